import { z } from 'zod';
import {
  CohortIdSchema,
  CriterionIdSchema,
  cleanText,
  InstantSchema,
  RegradeIdSchema,
  ScenarioIdSchema,
  SubmissionIdSchema,
} from './ids';
import { LevelSchema } from './rubric';

/** receipt: rubric, grader or calibration changed since; appeal: what was ruled on one text holds for alike ones too. */
export const RegradeKindSchema = z.enum(['receipt', 'appeal']);
export type RegradeKind = z.infer<typeof RegradeKindSchema>;

/**
 * collecting: drafts are looked for; grading: they are graded anew, beside the grade in force; ready: a preview that
 * changes nothing; applying, undoing: one learner after the other; dropped: never applied.
 */
export const RegradeStatusSchema = z.enum([
  'collecting',
  'grading',
  'ready',
  'applying',
  'applied',
  'undoing',
  'undone',
  'dropped',
]);
export type RegradeStatus = z.infer<typeof RegradeStatusSchema>;

/**
 * graded: previewed; kept: left as it was, by a choice or because nothing moves; changed-since: somebody else changed the
 * grade after the preview; not-undone: the same after applying; failed: the grader could not judge it.
 */
export const RegradeLineStateSchema = z.enum([
  'waiting',
  'graded',
  'failed',
  'applied',
  'kept',
  'changed-since',
  'undone',
  'not-undone',
]);
export type RegradeLineState = z.infer<typeof RegradeLineStateSchema>;

/** A criterion whose level moves, with the sentence behind it: the new evidence, or the one that counts no more. */
export const LevelChangeSchema = z.strictObject({
  criterionId: CriterionIdSchema,
  title: z.string(),
  from: LevelSchema,
  to: LevelSchema,
  quote: z.string().nullable(),
});
export type LevelChange = z.infer<typeof LevelChangeSchema>;

export const RegradeLineSchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  scenarioId: ScenarioIdSchema,
  number: z.int(),
  name: z.string(),
  state: RegradeLineStateSchema,
  before: z.number(),
  after: z.number().describe('With the options as they are.'),
  changes: z.array(LevelChangeSchema),
  isHeld: z.boolean(),
  isConfirmed: z.boolean().describe('A person had confirmed the grade as a whole; held unless somebody lets it go.'),
  isLower: z.boolean(),
});
export type RegradeLine = z.infer<typeof RegradeLineSchema>;

/** One regrade in a list. */
export const RegradeCardSchema = z.strictObject({
  id: RegradeIdSchema,
  cohortName: z.string().nullable().describe('Null: all cohorts.'),
  kind: RegradeKindSchema,
  status: RegradeStatusSchema,
  reason: z.string(),
  createdAt: InstantSchema,
});
export type RegradeCard = z.infer<typeof RegradeCardSchema>;

/** Which lines are shown. */
export const RegradeFilterSchema = z.strictObject({
  show: z.enum(['moves', 'up', 'down', 'held', 'left', 'all']),
  scenarioId: ScenarioIdSchema.nullable(),
  page: z.int().min(1).max(10_000),
});
export type RegradeFilter = z.infer<typeof RegradeFilterSchema>;

/** A regrade with its preview, for those who manage. */
export const RegradeViewSchema = RegradeCardSchema.extend({
  version: z.int().nonnegative(),
  neverLowerOverall: z.boolean(),
  neverLowerCriteria: z.boolean(),
  looked: z.int().nonnegative(),
  counts: z.partialRecord(RegradeLineStateSchema, z.int().positive()),
  unmoved: z.int().nonnegative().describe('Graded anew with the same levels: counted, and in no list.'),
  up: z.int().nonnegative(),
  down: z.int().nonnegative(),
  held: z.int().nonnegative(),
  scenarios: z.array(ScenarioIdSchema),
  lines: z.array(RegradeLineSchema),
  shown: z.int().nonnegative().describe('How many fit the filter.'),
  isStale: z.boolean().describe('Content or grader changed since the preview, so it cannot be applied.'),
  appliedAt: InstantSchema.nullable(),
  undoneAt: InstantSchema.nullable(),
}).brand<'RegradeView'>();
export type RegradeView = z.infer<typeof RegradeViewSchema>;

export const StartRegradeBodySchema = z.strictObject({
  cohortId: CohortIdSchema.nullable().describe('Null: all cohorts; for owners.'),
  reason: cleanText(600).trim().min(5, 'say in a few words why; learners whose grade moves read it'),
});
export type StartRegradeBody = z.infer<typeof StartRegradeBodySchema>;

const version = z.int().nonnegative().describe('Of the preview that its author had before them.');

/** What is done with a regrade. `continue` goes on where a job was lost, and tries failed drafts again. */
export const RegradeStepBodySchema = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('change'),
    version,
    neverLowerOverall: z.boolean(),
    neverLowerCriteria: z.boolean(),
  }),
  z.strictObject({ step: z.literal('hold'), version, submissionId: SubmissionIdSchema, isHeld: z.boolean() }),
  z.strictObject({ step: z.literal('apply'), version }),
  z.strictObject({ step: z.literal('undo'), version }),
  z.strictObject({ step: z.literal('drop'), version }),
  z.strictObject({ step: z.literal('continue') }),
]);
export type RegradeStepBody = z.infer<typeof RegradeStepBodySchema>;

/** What a regrade made of one's own draft. */
export const OwnRegradeSchema = z.strictObject({
  at: InstantSchema,
  reason: z.string(),
  before: z.number(),
  after: z.number(),
  changes: z.array(LevelChangeSchema.omit({ quote: true })),
  isUndone: z.boolean(),
});
export type OwnRegrade = z.infer<typeof OwnRegradeSchema>;
