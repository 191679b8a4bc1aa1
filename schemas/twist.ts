import { z } from 'zod';
import { ComponentIdSchema, ScenarioIdSchema } from './ids';
import { type Boundary, BoundarySchema, type Choice, ChoiceSchema } from './scenario';

export const TwistIdSchema = z
  .string()
  .regex(/^S\d{2}-T\d$/, 'scenario id, T and a number, such as S01-T1')
  .brand<'TwistId'>();
export type TwistId = z.infer<typeof TwistIdSchema>;

/** What a changed fact asks of one part, or of the boundary, whatever was picked before. */
const expectationOf = <Pick extends z.ZodType>(pick: Pick) =>
  z.discriminatedUnion('expect', [
    z.strictObject({
      expect: z.literal('must-move'),
      accept: z.array(pick).min(1).describe('Where it may move to. A pick that was one of these already may stay.'),
    }),
    z.strictObject({
      expect: z.literal('may-move'),
      accept: z.array(pick).min(1).describe('Where it may move to. Staying is right too, whatever it was.'),
    }),
    z.strictObject({ expect: z.literal('must-stay') }),
  ]);

export const PartExpectationSchema = expectationOf(ChoiceSchema);
export const BoundaryExpectationSchema = expectationOf(BoundarySchema);

/** An expectation about a component (`Choice`) or about the boundary (`Boundary`). */
export type Expectation<Pick extends string> =
  | { readonly expect: 'must-move' | 'may-move'; readonly accept: readonly Pick[] }
  | { readonly expect: 'must-stay' };
export type PartExpectation = Expectation<Choice>;
export type BoundaryExpectation = Expectation<Boundary>;

/** A whole sentence or two, as somebody would write it in a note. */
const StatementSchema = z.string().min(40).max(400);

/** What the grader knows of one changed fact. All of it is secret except `feedback`, which is shown after a round. */
export const TwistRulesSchema = z.strictObject({
  id: TwistIdSchema,
  opens_with: z
    .string()
    .min(15)
    .describe(
      "The first words of the twist's change in scenario.yaml, letter by letter: the check sees drift by them.",
    ),
  components: z.record(ComponentIdSchema, PartExpectationSchema).describe('One entry for each component.'),
  boundary: BoundaryExpectationSchema,
  reasons: z
    .array(StatementSchema)
    .min(6)
    .max(10)
    .describe('Full: each names the changed fact and ties it to what moves or why nothing does.'),
  half_reasons: z
    .array(StatementSchema)
    .min(2)
    .max(4)
    .describe('Half: the changed fact without what follows, or what follows without the fact.'),
  not_reasons: z
    .array(StatementSchema)
    .min(4)
    .max(6)
    .describe('None: another reason, true or not, or the changed fact with the wrong direction.'),
  feedback: z.strictObject({
    right: z.string().min(20).max(300).describe('One sentence, shown where every part came out right.'),
    wrong: z.string().min(20).max(300).describe('One sentence, shown otherwise: what the changed fact reaches.'),
  }),
});
export type TwistRules = z.infer<typeof TwistRulesSchema>;

/** exercises/Sxx/twists.yaml: what is right after each twist of the scenario, in its order. No hand-in's grade rests on it. */
export const TwistsFileSchema = z.strictObject({
  scenario: ScenarioIdSchema,
  twists: z.array(TwistRulesSchema).min(1).max(3),
});
export type TwistsFile = z.infer<typeof TwistsFileSchema>;
