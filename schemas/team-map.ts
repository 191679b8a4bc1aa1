import { z } from 'zod';
import { CohortIdSchema, ComponentIdSchema, CriterionIdSchema, ScenarioIdSchema } from './ids';
import { BoundarySchema, ChoiceSchema } from './scenario';

/** How many of a group did something, said so that nobody stands alone: nobody and one person are the same, and so are everybody and all but one. */
export const BandSchema = z.enum(['few', 'some', 'most', 'all']);
export type Band = z.infer<typeof BandSchema>;

/** The part of one option: in words below ten people, from there on within two or three. */
export const ShareSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('band'), band: BandSchema }),
  z.strictObject({
    kind: z.literal('count'),
    band: BandSchema,
    from: z.int().nonnegative(),
    to: z.int().positive(),
  }),
]);
export type Share = z.infer<typeof ShareSchema>;

/** How a group splits over some options. Made only by grader/team-map/publish-split.ts. */
export const SplitSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('too-few') }),
  z.strictObject({ status: z.literal('scattered').describe('Any word on it would point at single people.') }),
  z.strictObject({
    status: z.literal('shown'),
    people: z.int().min(5),
    shares: z.record(z.string(), ShareSchema).describe('By option; every option is there.'),
    isSplit: z.boolean().describe('At least two people on each of two sides.'),
  }),
]);
export type Split = z.infer<typeof SplitSchema>;

/** One scenario on the map of a team: numbers only, safe for whoever may read numbers about the whole. */
export const ScenarioMapSchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  title: z.string(),
  isEnough: z.boolean().describe('Five people or more handed in.'),
  components: z.array(z.strictObject({ id: ComponentIdSchema, name: z.string(), split: SplitSchema })),
  boundary: SplitSchema,
  unheard: z
    .array(z.strictObject({ id: CriterionIdSchema, title: z.string() }))
    .describe('Criteria that nobody, or one person at most, met even by half.'),
});
export type ScenarioMap = z.infer<typeof ScenarioMapSchema>;

/** Two sides of one component, in sentences without names. */
export const ArgumentSideSchema = z.strictObject({
  choice: ChoiceSchema,
  sentences: z.array(z.string().min(1)).min(1),
});
export type ArgumentSide = z.infer<typeof ArgumentSideSchema>;

export const ArgumentsSchema = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('team'),
    component: z.string(),
    sides: z.tuple([ArgumentSideSchema, ArgumentSideSchema]),
  }),
  z.strictObject({
    from: z.literal('course'),
    records: z.tuple([
      z.strictObject({ title: z.string(), note: z.string(), text: z.string() }),
      z.strictObject({ title: z.string(), note: z.string(), text: z.string() }),
    ]),
  }),
  z.strictObject({
    from: z.literal('nobody'),
    reason: z.enum(['no-consent', 'not-open', 'not-for-leads']),
  }),
]);
export type Arguments = z.infer<typeof ArgumentsSchema>;

/** What a facilitator brings to a discussion of one scenario. */
export const DiscussionPackSchema = z.strictObject({
  cohortName: z.string(),
  scenario: z.strictObject({
    id: ScenarioIdSchema,
    title: z.string(),
    brief: z.string(),
    given: z.record(z.string(), z.string()),
  }),
  map: ScenarioMapSchema,
  arguments: ArgumentsSchema,
  questions: z.array(z.string()),
  flips: z
    .array(z.strictObject({ condition: z.string(), answer: z.string() }))
    .nullable()
    .describe('Null while the exercise is closed to somebody in the team: then the team finds its own.'),
});
export type DiscussionPack = z.infer<typeof DiscussionPackSchema>;

export const PackQuerySchema = z.strictObject({ cohort: CohortIdSchema, scenario: ScenarioIdSchema });

/** The options of the board and of the boundary, in the order in which the map shows them. */
export const MAP_CHOICES = ['rust', 'either', 'go', 'neither-keep-existing'] as const satisfies readonly z.infer<
  typeof ChoiceSchema
>[];
export const MAP_BOUNDARIES = BoundarySchema.options;
