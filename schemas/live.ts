import { z } from 'zod';
import { CohortIdSchema, ComponentIdSchema, cleanText, InstantSchema, ScenarioIdSchema } from './ids';
import { ChoiceSchema } from './scenario';
import { BandSchema, SplitSchema } from './team-map';

/** Where a round of a team stands, in order; a round only ever goes forward. */
export const LIVE_PHASES = ['deciding', 'revealed', 'arguing', 'revising', 'shift', 'closed'] as const;
export const LivePhaseSchema = z.enum(LIVE_PHASES);
export type LivePhase = z.infer<typeof LivePhaseSchema>;

export const LiveRoundIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,64}$/, 'letters, digits and hyphens')
  .brand<'LiveRoundId'>();
export type LiveRoundId = z.infer<typeof LiveRoundIdSchema>;

/** Six letters and digits that cannot be confused when read from a wall. */
export const LiveCodeSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[2-9A-HJKMNP-Z]{6}$/, 'six letters and digits, as on the wall')
  .brand<'LiveCode'>();
export type LiveCode = z.infer<typeof LiveCodeSchema>;

/** What somebody decides in a round: a choice for every part, and one line why. Counts for no grade. */
export const LiveVoteSchema = z.strictObject({
  choices: z.record(ComponentIdSchema, ChoiceSchema),
  line: cleanText(200).trim(),
});
export type LiveVote = z.infer<typeof LiveVoteSchema>;

/** What is shown to everybody: splits by component, as grader/team-map publishes them, and lines without names. */
export const LiveShownSchema = z.strictObject({
  before: z.record(ComponentIdSchema, SplitSchema),
  lines: z.array(z.string()),
  after: z.record(ComponentIdSchema, SplitSchema).nullable().describe('Of those who had decided before the reveal.'),
  moved: BandSchema.nullable().describe('How many of them changed a choice.'),
});
export type LiveShown = z.infer<typeof LiveShownSchema>;

const LiveRoundSchema = z.strictObject({
  version: z.int().nonnegative().describe('Rises with every phase: an older answer that comes late is dropped.'),
  phase: LivePhaseSchema,
  endsAt: InstantSchema.nullable().describe('When the time to argue is over; nothing happens by itself.'),
  now: InstantSchema.describe('Of the server, so that clocks that are wrong show the right rest.'),
  shown: LiveShownSchema.nullable(),
});

/** A round as a member of the team sees it: no number of anybody before the reveal. */
export const ParticipantRoundSchema = LiveRoundSchema.extend({
  own: LiveVoteSchema.nullable().describe('One’s own latest decision; gone with the round.'),
  hasDecided: z.boolean().describe('In the phase that is open now.'),
}).brand<'ParticipantRound'>();
export type ParticipantRound = z.infer<typeof ParticipantRoundSchema>;

export const FacilitatorRoundSchema = LiveRoundSchema.extend({
  roundId: LiveRoundIdSchema,
  code: LiveCodeSchema,
  decided: z
    .int()
    .min(5)
    .nullable()
    .describe('People who decided in the phase that is open now; null below five, for this stands on a wall.'),
  isEnough: z.boolean().describe('Five or more decided before the reveal.'),
}).brand<'FacilitatorRound'>();
export type FacilitatorRound = z.infer<typeof FacilitatorRoundSchema>;

export const OpenRoundBodySchema = z.strictObject({ cohortId: CohortIdSchema, scenarioId: ScenarioIdSchema });
export const MoveRoundBodySchema = z.strictObject({
  cohortId: CohortIdSchema,
  version: z.int().nonnegative(),
  to: LivePhaseSchema.exclude(['deciding']),
  minutes: z.int().min(1).max(30).optional().describe('To argue; five where it is left out.'),
});
export const RoundQuerySchema = z.strictObject({ cohort: CohortIdSchema, round: LiveRoundIdSchema });
export const CodeQuerySchema = z.strictObject({ code: LiveCodeSchema });
