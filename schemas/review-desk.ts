import { z } from 'zod';
import { GradeSchema } from './grade';
import {
  CohortIdSchema,
  CriterionIdSchema,
  cleanText,
  InstantSchema,
  ScenarioIdSchema,
  SubmissionIdSchema,
} from './ids';
import { OpinionViewSchema } from './opinion';
import { LargePasteSchema } from './paste';
import { ReviewReasonTextSchema } from './review';
import { CriterionSchema, LevelSchema } from './rubric';
import { HandInSchema, ScenarioSchema } from './scenario';

/**
 * Why a draft waits for a person. appealed: its learner asks; returned: a decision was taken back; unsure: the grader
 * asks; opinion: a second opinion disputes the grade; alike: the text shares much with another's; sampled: drawn to
 * check the grader.
 */
export const QueueReasonSchema = z.enum(['appealed', 'returned', 'unsure', 'opinion', 'alike', 'sampled']);
export type QueueReason = z.infer<typeof QueueReasonSchema>;

/** One draft that waits, without a word about whose it is. */
export const QueueEntrySchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  scenarioId: ScenarioIdSchema,
  scenarioTitle: z.string(),
  number: z.int(),
  submittedAt: InstantSchema,
  overall: z.number(),
  reasons: z.array(QueueReasonSchema).min(1),
  flags: z.array(z.string()).describe('What the grader noticed.'),
  heldUntil: InstantSchema.nullable().describe('Somebody else is at it until then.'),
});
export type QueueEntry = z.infer<typeof QueueEntrySchema>;

/** The queue of one cohort. */
export const ReviewQueueSchema = z
  .strictObject({
    cohortId: CohortIdSchema,
    cohortName: z.string(),
    mayManage: z.boolean(),
    samplePercent: z.int().min(0).max(100),
    total: z.int().nonnegative(),
    counts: z.partialRecord(QueueReasonSchema, z.int().positive()),
    entries: z.array(QueueEntrySchema).describe('The first hundred.'),
    decided: z.int().nonnegative().describe('Drafts on which the reader decided in the last day.'),
  })
  .brand<'ReviewQueue'>();
export type ReviewQueue = z.infer<typeof ReviewQueueSchema>;

export const ReviewNoteSchema = z.strictObject({
  id: z.string(),
  author: z.string(),
  text: z.string(),
  at: InstantSchema,
});
export type ReviewNote = z.infer<typeof ReviewNoteSchema>;

/** A stretch that two texts have in common, as each has it. Offsets are of the text under review. */
export const AlikePassageSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  own: z.string(),
  other: z.string(),
});
export type AlikePassage = z.infer<typeof AlikePassageSchema>;

/** Another person's text that shares much with this one; nothing about whose it is. */
export const AlikeTextSchema = z.strictObject({
  otherId: SubmissionIdSchema,
  share: z.number().min(0).max(1),
  passages: z.array(AlikePassageSchema),
});
export type AlikeText = z.infer<typeof AlikeTextSchema>;

/** A waiting draft of the same exercise to which the same reply may apply. */
export const AlikeDraftSchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  basedOn: z.int().nonnegative(),
  share: z.number().min(0).max(1),
  overall: z.number(),
  explanation: z.string(),
});
export type AlikeDraft = z.infer<typeof AlikeDraftSchema>;

/** Everything on the page of one draft under review. No name, no address and no other grade of its writer is in it. */
export const ReviewViewSchema = z
  .strictObject({
    submissionId: SubmissionIdSchema,
    cohortId: CohortIdSchema,
    cohortName: z.string(),
    mayReveal: z.boolean(),
    scenarioId: ScenarioIdSchema,
    scenarioTitle: z.string(),
    brief: z.string(),
    number: z.int(),
    submittedAt: InstantSchema,
    pressedAt: InstantSchema.nullable().describe('By the clock of the browser, where it said.'),
    handIn: HandInSchema,
    components: ScenarioSchema.shape.components,
    criteria: z.array(CriterionSchema),
    grade: GradeSchema.describe('In force now.'),
    machineOverall: z.number(),
    basedOn: z.int().nonnegative().describe('The grade event that the reader has before them.'),
    opinion: OpinionViewSchema.nullable(),
    reasons: z.array(QueueReasonSchema),
    notes: z.array(ReviewNoteSchema),
    alikeTexts: z.array(AlikeTextSchema),
    largePaste: LargePasteSchema.nullable(),
    alikeDrafts: z.array(AlikeDraftSchema),
    replies: z.array(z.strictObject({ criterionId: CriterionIdSchema, level: LevelSchema, reason: z.string() })),
    decided: z
      .strictObject({ at: InstantSchema, isOwn: z.boolean(), mayUndo: z.boolean() })
      .nullable()
      .describe('The decision in force; null where nobody decided.'),
    nextId: SubmissionIdSchema.nullable().describe('What comes after it in the queue.'),
    waiting: z.int().nonnegative(),
  })
  .brand<'ReviewView'>();
export type ReviewView = z.infer<typeof ReviewViewSchema>;

export const RulingBodySchema = z.strictObject({
  criterionId: CriterionIdSchema,
  level: LevelSchema,
  reason: ReviewReasonTextSchema,
});
const cohortId = CohortIdSchema;
const basedOn = z.int().nonnegative();
/** No rulings: the grade is confirmed as it is. */
export const DecideBodySchema = z.strictObject({
  cohortId,
  basedOn,
  rulings: z.array(RulingBodySchema).max(20),
  alsoTo: z.array(z.strictObject({ submissionId: SubmissionIdSchema, basedOn })).max(20),
});
export type DecideBody = z.infer<typeof DecideBodySchema>;
export const ReviewPlaceBodySchema = z.strictObject({ cohortId });
export const NoteBodySchema = z.strictObject({ cohortId, text: cleanText(2_000).trim().min(2, 'write a few words') });
export const RevealBodySchema = z.strictObject({
  cohortId,
  reason: cleanText(300).trim().min(5, 'say why you need it'),
});
export const DismissBodySchema = z.strictObject({ cohortId, otherId: SubmissionIdSchema });
export const SampleBodySchema = z.strictObject({ percent: z.int().min(0).max(100) });
export const SeenNoticesBodySchema = z.strictObject({ until: InstantSchema });

/** What a person decided about one's own draft, as its writer reads it. */
export const OwnReviewSchema = z.strictObject({
  at: InstantSchema,
  changes: z.array(
    z.strictObject({
      criterionId: CriterionIdSchema,
      title: z.string(),
      from: LevelSchema,
      to: LevelSchema,
      reason: z.string(),
    }),
  ),
});
export type OwnReview = z.infer<typeof OwnReviewSchema>;
