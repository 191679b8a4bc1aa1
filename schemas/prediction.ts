import { z } from 'zod';
import { CriterionIdSchema, ScenarioIdSchema, SubmissionIdSchema } from './ids';
import { ConfidenceSchema } from './item';
import { LevelSchema } from './rubric';

/** What a learner expects of one criterion before seeing the grade, and how sure they are of it. */
export const PredictedCriterionSchema = z.strictObject({
  id: CriterionIdSchema,
  level: LevelSchema,
  certainty: ConfidenceSchema,
});
export type PredictedCriterion = z.infer<typeof PredictedCriterionSchema>;

/** A whole prediction: every criterion of the rubric once. It is made once for a hand-in and never changes. */
export const PredictionSchema = z
  .array(PredictedCriterionSchema)
  .min(1)
  .max(50)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'names a criterion twice');
export type Prediction = z.infer<typeof PredictionSchema>;

/** What is sent before the result is shown: the prediction, or the wish to go on without one. */
export const PredictionAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('predicted'), criteria: PredictionSchema }),
  z.strictObject({ type: z.literal('skipped') }),
]);
export type PredictionAnswer = z.infer<typeof PredictionAnswerSchema>;

/** What the form needs, and nothing of the grade: titles and points are public after a hand-in, hints come with the result. */
export const PredictionAskSchema = z
  .strictObject({
    submissionId: SubmissionIdSchema,
    scenarioId: ScenarioIdSchema,
    criteria: z.array(z.strictObject({ id: CriterionIdSchema, title: z.string(), points: z.number() })).min(1),
  })
  .brand<'PredictionAsk'>();
export type PredictionAsk = z.infer<typeof PredictionAskSchema>;
