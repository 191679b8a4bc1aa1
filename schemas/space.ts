import { z } from 'zod';
import { ComponentIdSchema, ScenarioIdSchema } from './ids';
import { ChoiceSchema, ScenarioSchema } from './scenario';

/** Fewest other people from whom counts are shown at all, and fewest behind one shown number. */
export const FEWEST_OTHERS = 8;
export const FEWEST_IN_CELL = 3;

/** few: fewer than three, nobody included. kept-back: enough, but showing it would give another cell away. */
export const PickCountSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('shown'), count: z.int().min(FEWEST_IN_CELL) }),
  z.strictObject({ status: z.literal('few') }),
  z.strictObject({ status: z.literal('kept-back') }),
]);
export type PickCount = z.infer<typeof PickCountSchema>;

const CellSchema = z.strictObject({
  choice: ChoiceSchema,
  standing: z.enum(['answer', 'also', 'neither']).describe('The expected answer, another defensible one, or none.'),
  ownDrafts: z.array(z.int().positive()).describe("Numbers of the learner's drafts that picked it."),
  others: PickCountSchema.nullable().describe('Null where too few other people handed in.'),
});
export type SpaceCell = z.infer<typeof CellSchema>;

/** An answer that holds, as a set of picks, and when it wins. */
const SpaceAnswerSchema = z.strictObject({
  name: z.string(),
  wins: z.string(),
  same: z.int().nonnegative().describe("Components that the learner's latest draft picks as it does."),
  isNearest: z.boolean(),
});

/** Which answers a scenario has and where one learner's stand. Made only for a learner to whom the exercise is open. */
export const DecisionSpaceSchema = z
  .strictObject({
    scenarioId: ScenarioIdSchema,
    title: z.string(),
    components: z.array(
      z.strictObject({ id: ComponentIdSchema, name: z.string(), because: z.string(), cells: z.array(CellSchema) }),
    ),
    answers: z.array(SpaceAnswerSchema),
    defensible: ScenarioSchema.shape.defensible_answers,
    drafts: z.int().positive(),
    hasOthers: z.boolean(),
  })
  .brand<'DecisionSpace'>();
export type DecisionSpace = z.infer<typeof DecisionSpaceSchema>;
