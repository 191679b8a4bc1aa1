import { z } from 'zod';
import { CaseIdSchema, ComponentIdSchema, cleanText, ScenarioIdSchema } from './ids';

export const ChoiceSchema = z.enum(['rust', 'go', 'either', 'neither-keep-existing']);
export type Choice = z.infer<typeof ChoiceSchema>;

export const BoundarySchema = z.enum([
  'process/gRPC',
  'queue',
  'FFI/C-ABI',
  'WASM module',
  'sidecar',
  'library',
  'none',
]);
export type Boundary = z.infer<typeof BoundarySchema>;

const ComponentSchema = z.strictObject({
  id: ComponentIdSchema,
  name: z.string().min(1),
  answer: ChoiceSchema,
  also_defensible: z.array(ChoiceSchema),
  because: z.string().min(1),
});

/** A question that somebody should ask before deciding; the brief does not answer it. */
const QuestionSchema = z.string().endsWith('?');

const TwistSchema = z.strictObject({ change: z.string(), new_answer: z.string(), why: z.string() });

/** exercises/Sxx/scenario.yaml. Everything from `components[].answer` on is secret until the learner may see it. */
export const ScenarioSchema = z.strictObject({
  id: ScenarioIdSchema,
  title: z.string().min(3),
  category: z.string().min(1),
  difficulty: z.int().min(1).max(5),
  overall: z.enum(['go', 'rust', 'both', 'neither']),
  trap_direction: z.string(),
  brief: z.string().min(40),
  given: z.record(z.string(), z.string()),
  components: z.array(ComponentSchema).min(1),
  boundary: z.strictObject({
    choice: BoundarySchema,
    also: z.array(BoundarySchema),
    why: z.string(),
    avoid: z.string(),
  }),
  deciding_constraints: z.array(z.string()).min(1),
  defensible_answers: z
    .array(z.strictObject({ answer: z.string(), holds_if: z.string(), argument: z.string() }))
    .min(1),
  tempting_wrong: z.strictObject({ answer: z.string(), misconception: z.string(), why_it_fails: z.string() }),
  worked_numbers: z.array(
    z.strictObject({ ask: z.string(), formula: z.string(), result: z.number(), unit: z.string() }),
  ),
  twist: TwistSchema,
  extra_twists: z
    .array(TwistSchema)
    .max(2)
    .default([])
    .describe('Other facts that change; in some of them the answer stays, and says why.'),
  ask_before_deciding: z.strictObject({
    before: z.array(QuestionSchema).describe('Shown beside the brief: worth asking, and giving nothing away.'),
    after: z.array(QuestionSchema).describe('Shown once the exercise opens: they point at the answer.'),
  }),
  anchors: z.array(CaseIdSchema),
});
export type Scenario = z.infer<typeof ScenarioSchema>;

/** The record a learner hands in for a scenario. */
export const HandInSchema = z.strictObject({
  choices: z.record(ComponentIdSchema, ChoiceSchema),
  boundary: BoundarySchema,
  explanation: cleanText(20_000),
});
export type HandIn = z.infer<typeof HandInSchema>;

/** A hand-in that may still have holes: a draft, or a line of a batch file. */
export const PartialHandInSchema = z.strictObject({
  choices: z.partialRecord(ComponentIdSchema, ChoiceSchema),
  boundary: BoundarySchema.optional(),
  explanation: cleanText(20_000),
});
export type PartialHandIn = z.infer<typeof PartialHandInSchema>;

/** What a learner sees before handing in. Made only by `toPublicScenario`. */
export const PublicScenarioSchema = ScenarioSchema.pick({
  id: true,
  title: true,
  category: true,
  difficulty: true,
  brief: true,
  given: true,
})
  .extend({
    components: z.array(ComponentSchema.pick({ id: true, name: true })),
    questions: z.array(QuestionSchema).describe('Worth asking before deciding; none of them points at an answer.'),
  })
  .brand<'PublicScenario'>();
export type PublicScenario = z.infer<typeof PublicScenarioSchema>;

/** The only way from a Scenario to what a browser may hold before the first hand-in. */
export function toPublicScenario(scenario: Scenario): PublicScenario {
  const { id, title, category, difficulty, brief, given } = scenario;
  const components = scenario.components.map((component) => ({ id: component.id, name: component.name }));
  const questions = scenario.ask_before_deciding.before;
  return PublicScenarioSchema.parse({ id, title, category, difficulty, brief, given, components, questions });
}
