import { z } from 'zod';
import { CriterionIdSchema, ScenarioIdSchema } from './ids';
import { RereadLinkSchema } from './reread';
import { LevelSchema } from './rubric';

/** The steps beyond a criterion's question: where to read again, then what it asks. The question itself is always there. */
export const HintStepSchema = z.enum(['reading', 'asks']);
export type HintStep = z.infer<typeof HintStepSchema>;

/** Opens a further step for one criterion. */
export const OpenHintBodySchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  criterionId: CriterionIdSchema,
  step: HintStepSchema,
});

/** The hints of one criterion as far as its learner has opened them. */
export const HintSchema = z
  .strictObject({
    criterionId: CriterionIdSchema,
    title: z.string(),
    level: LevelSchema,
    question: z.string().describe('Step 1, which costs nothing.'),
    reading: z.array(RereadLinkSchema).nullable().describe('Step 2; null until opened.'),
    asks: z.string().nullable().describe('Step 3; null until opened, and never sent before the exercise is open.'),
    next: HintStepSchema.nullable().describe('The step that may be opened now; null where there is none.'),
  })
  .brand<'Hint'>();
export type Hint = z.infer<typeof HintSchema>;
