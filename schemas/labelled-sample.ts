import { z } from 'zod';
import { CohortIdSchema, CriterionIdSchema, InstantSchema, ScenarioIdSchema } from './ids';
import { LevelSchema } from './rubric';
import { SampleSchema } from './sample';

/** A level that a person stands by after an appeal, with the text that earned it. It names nobody. */
export const LabelledSampleSchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  criterionId: CriterionIdSchema,
  level: LevelSchema,
  text: z.string().describe('The sentence that decided; empty where none was pointed at.'),
  sample: SampleSchema,
  rubricHash: z.string().describe('Of the rubric that the levels belong to.'),
  createdAt: InstantSchema,
});
export type LabelledSample = z.infer<typeof LabelledSampleSchema>;

export const LabelledSampleQuerySchema = z.strictObject({ cohort: CohortIdSchema });
