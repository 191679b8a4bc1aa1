import 'server-only';
import type { Json, Time } from './columns';

/** What the review desk leaves behind. Everything hangs on a submission and goes with it. */
export interface ReviewTables {
  /** What people decided about grades, one row a criterion: append-only (schemas/review.ts). */
  reviews: {
    id: string;
    submissionId: string;
    reviewerId: string;
    /** confirm, override or undo. */
    decision: string;
    criterionId: string | null;
    level: string | null;
    reason: string | null;
    /** Number of the event in `grade_events` that it made. */
    event: number;
    /** The submission at which this reply was written, where it was given to several alike. */
    viaId: string | null;
    idempotencyKey: string;
    at: Time;
  };
  /** Once for each graded submission that a desk has seen. */
  review_entries: {
    submissionId: string;
    /** Place in the stable random order, and whether a sample takes it: 0 … 999,999. */
    draw: number;
    /** Of the text, to tell how alike two are; null until it was read. */
    sketch: Json | null;
    /** decided, returned (a decision was taken back), or null where nobody has decided yet. */
    standing: string | null;
    /** The grade event of that decision. */
    standingEvent: number | null;
  };
  /** Who has a submission open, and until when nobody else may decide on it. */
  review_leases: { submissionId: string; holderId: string; expiresAt: Time };
  /** Notes between those who review; never shown to the learner. */
  review_notes: {
    id: string;
    submissionId: string;
    authorId: string;
    text: string;
    idempotencyKey: string;
    at: Time;
  };
  /** How much of a cohort's work is looked at for quality; no row: nothing. */
  review_samples: { cohortId: string; percent: number };
  /** Two texts of different people in one exercise that share much: for a person to look at, `submissionId` the later one. */
  alike_texts: {
    submissionId: string;
    otherId: string;
    share: number;
    foundAt: Time;
    dismissedAt: Time | null;
    dismissedById: string | null;
  };
}
