import 'server-only';
import type { Json, Time } from './columns';

/** What teams and those who teach them leave behind. */
export interface TeamTables {
  /** Who runs the installation: every cohort, every role. */
  owners: { learnerId: string; since: Time };

  /** Every grade that was ever in force for a submission, oldest first; append-only. None: only the first one, in `grades`. */
  grade_events: {
    id: string;
    submissionId: string;
    number: number;
    /** machine, review, appeal, regrade or undo. */
    kind: string;
    grade: Json;
    rubricHash: string;
    /** Null for the machine's own. */
    byId: string | null;
    reason: string;
    /** Of a regrade of many at once. */
    batchId: string | null;
    at: Time;
  };

  /** Who did what to whose data: append-only. Names are copied, because people leave. */
  audit_entries: {
    id: string;
    at: Time;
    actorId: string;
    actorName: string;
    /** "noun.verb", such as role.granted. */
    act: string;
    cohortId: string | null;
    subjectId: string | null;
    details: Json;
  };

  /** News for one learner, once for each key. */
  notices: { id: string; learnerId: string; key: string; notice: Json; createdAt: Time; seenAt: Time | null };
}
