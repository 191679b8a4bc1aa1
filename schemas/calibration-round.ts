import { z } from 'zod';
import { CohortIdSchema, CriterionIdSchema, InstantSchema, ScenarioIdSchema, SubmissionIdSchema } from './ids';
import { CriterionSchema, LevelSchema } from './rubric';
import { HandInSchema, ScenarioSchema } from './scenario';

export const CalibrationRoundIdSchema = z.uuid().brand<'CalibrationRoundId'>();
export type CalibrationRoundId = z.infer<typeof CalibrationRoundIdSchema>;

/** How many answers a round has; fewer where there are not so many. */
export const ROUND_LENGTH = 10;

/** One answer of a round: a sample of the course, known by its title, or a learner's draft. Never leaves the server. */
export const DrawnAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('sample'), scenarioId: ScenarioIdSchema, title: z.string() }),
  z.strictObject({ type: z.literal('submission'), scenarioId: ScenarioIdSchema, submissionId: SubmissionIdSchema }),
]);
export type DrawnAnswer = z.infer<typeof DrawnAnswerSchema>;

const markedLevels = z.partialRecord(CriterionIdSchema, LevelSchema);
/** The level that was given to each criterion. */
export type MarkedLevels = z.infer<typeof markedLevels>;

/** An answer to mark: no name, no machine level, no reference, and nothing that tells a sample from a draft. */
export const CalibrationTaskSchema = z.strictObject({
  position: z.int().nonnegative(),
  total: z.int().positive(),
  marked: z.int().nonnegative(),
  scenarioTitle: z.string(),
  brief: z.string(),
  components: z.array(ScenarioSchema.shape.components.element.pick({ id: true, name: true })),
  handIn: HandInSchema,
  criteria: z.array(CriterionSchema.pick({ id: true, title: true, asks: true, full: true, half: true, points: true })),
});
export type CalibrationTask = z.infer<typeof CalibrationTaskSchema>;

/** What machine and reference gave one marked answer. */
export const MachineMarkSchema = z.strictObject({
  criterionId: CriterionIdSchema,
  level: LevelSchema,
  confidence: z.number().min(0).max(1),
  quotes: z.array(z.string()).describe('What it rests on; only of samples, because a learner may take a draft away.'),
});
export type MachineMark = z.infer<typeof MachineMarkSchema>;

export const RoundSummarySchema = z.strictObject({
  id: CalibrationRoundIdSchema,
  total: z.int().nonnegative(),
  marked: z.int().nonnegative(),
  startedAt: InstantSchema,
  finishedAt: InstantSchema.nullable(),
});
export type RoundSummary = z.infer<typeof RoundSummarySchema>;

export const StartRoundBodySchema = z.strictObject({ cohortId: CohortIdSchema.nullable() });
export const MarkAnswerBodySchema = z.strictObject({ levels: markedLevels });
