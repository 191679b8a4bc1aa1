import { z } from 'zod';
import { ComponentIdSchema, ScenarioIdSchema } from './ids';
import { ChoiceSchema } from './scenario';

export const ContraryIdSchema = z
  .string()
  .regex(/^S\d{2}-C\d$/, 'scenario id, C and a number, such as S01-C1')
  .brand<'ContraryId'>();
export type ContraryId = z.infer<typeof ContraryIdSchema>;

/** What a case argues for, as it is named to the learner. */
export const SideSchema = z.enum(['rust', 'go', 'both', 'neither', 'keep']);
export type Side = z.infer<typeof SideSchema>;

/** A whole sentence or two, as somebody would write it in a reply. */
const StatementSchema = z.string().min(30).max(320);

const StrongPointSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower case words joined by hyphens'),
  point: z.string().min(20).max(160).describe('The point in one sentence. Shown beside a reply, once it is handed in.'),
  statements: z
    .array(StatementSchema)
    .min(5)
    .max(8)
    .describe(
      'What replies that engage with the point contain: each names it, and answers or concedes it with a limit.',
    ),
});

/** One side of the argument. All of it is secret; `case` is shown to whoever asks, `point` and `holds_if` later. */
export const ContraryCaseSchema = z.strictObject({
  id: ContraryIdSchema,
  side: SideSchema,
  answers: z
    .record(ComponentIdSchema, ChoiceSchema)
    .describe(
      'The picks that the case argues for. It is shown to people whose picks for these components differ most.',
    ),
  case: z
    .string()
    .describe('60 to 120 words, the strongest case for this side. It gives away no more than the brief does.'),
  holds_if: z.string().min(20).describe('When this side wins. Shown after a reply, once the exercise is open.'),
  strong_points: z.array(StrongPointSchema).min(2).max(3),
  conditions: z.array(StatementSchema).min(4).max(8).describe('Sentences that say when this side would be right.'),
  dismissals: z.array(StatementSchema).min(4).max(8).describe('Replies that do not engage: denial, insult, slogan.'),
});
export type ContraryCase = z.infer<typeof ContraryCaseSchema>;

/** exercises/Sxx/contrary.yaml: the other sides of a scenario, argued as well as can be. No hand-in's grade rests on it. */
export const ContraryFileSchema = z.strictObject({
  scenario: ScenarioIdSchema,
  cases: z.array(ContraryCaseSchema).min(2).max(3),
});
export type ContraryFile = z.infer<typeof ContraryFileSchema>;
