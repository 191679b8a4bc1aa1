import { z } from 'zod';
import { ScenarioIdSchema } from './ids';
import { HandInSchema } from './scenario';

/** A record that would be passed, as its author wrote it, and when it is the one to choose. */
export const ModelAnswerSchema = HandInSchema.extend({
  note: z.string().min(20).describe('One or two sentences: when this answer wins.'),
});
export type ModelAnswer = z.infer<typeof ModelAnswerSchema>;

/**
 * exercises/Sxx/model-answers.yaml: two records that argue for different answers. Secret like the rubric until the
 * exercise opens; apart from the rubric and the samples, because no grade and no weight rests on them.
 */
export const ModelAnswersSchema = z.strictObject({
  scenario: ScenarioIdSchema,
  usual: ModelAnswerSchema.describe('The answer that most reviewers would expect.'),
  contrarian: ModelAnswerSchema.describe('Another answer that holds under the same brief, chosen against the first.'),
});
export type ModelAnswers = z.infer<typeof ModelAnswersSchema>;
