import { z } from 'zod';
import { EvidenceSchema } from './grade';
import { CriterionIdSchema } from './ids';
import { LevelSchema } from './rubric';

/** Who would read a record for a second opinion, as the learner is told before anything is sent. */
export const RecipientSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'sixteen hexadecimal digits')
    .describe('Changes with name, host or model: consent given to one recipient is not consent to another.'),
  name: z.string().min(1),
  host: z.string().min(1),
  model: z.string().min(1),
});
export type Recipient = z.infer<typeof RecipientSchema>;

/** What a learner chose beside the hand-in button, and whom they were told about. */
export const OpinionChoiceSchema = z.strictObject({ recipientId: RecipientSchema.shape.id, isWanted: z.boolean() });
export type OpinionChoice = z.infer<typeof OpinionChoiceSchema>;

/** Why there is no second opinion although one was asked for. */
export const OpinionGapSchema = z.enum([
  'timeout',
  'outage',
  'refused',
  'unreadable',
  'unproven',
  'interrupted',
  'too-old',
  'day-cap',
  'recipient-changed',
  'switched-off',
  'exercise-gone',
]);
export type OpinionGap = z.infer<typeof OpinionGapSchema>;

/**
 * How the judge's level stands to the grader's: same, one level apart, two levels apart; `unproven`: above none without
 * a quote that stands in the record, so it is dropped; `silent`: no level, or more than one.
 */
const StandingSchema = z.enum(['same', 'near', 'far', 'unproven', 'silent']);
export type Standing = z.infer<typeof StandingSchema>;

const SecondLevelSchema = z.strictObject({
  id: CriterionIdSchema,
  level: LevelSchema.nullable().describe('null where the judge said nothing that could be used.'),
  standing: StandingSchema,
  evidence: z.array(EvidenceSchema),
});
export type SecondLevel = z.infer<typeof SecondLevelSchema>;

/** A second opinion as stored beside the grade. It holds no points: the grade it stands beside never changes. */
export const OpinionSchema = z.strictObject({
  criteria: z.array(SecondLevelSchema),
  overall: z.number().min(0).max(1).describe('What the total would be with these levels; shown to staff only.'),
  isPassed: z.boolean(),
  needsReview: z.boolean(),
  reasons: z.array(z.enum(['levels-apart', 'pass-changed'])),
  receipt: z.strictObject({ prompt: z.string(), model: z.string(), grader: z.string(), rubric: z.string() }),
});
export type Opinion = z.infer<typeof OpinionSchema>;

/** A second opinion as pages show it. No word of the judge is in it, only levels and the learner's own words. */
export const OpinionViewSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('waiting'), recipient: RecipientSchema }),
  z.strictObject({
    status: z.literal('given'),
    recipient: RecipientSchema,
    criteria: z.array(SecondLevelSchema),
    needsReview: z.boolean(),
    reasons: OpinionSchema.shape.reasons,
  }),
  z.strictObject({ status: z.literal('unavailable'), recipient: RecipientSchema, gap: OpinionGapSchema }),
]);
export type OpinionView = z.infer<typeof OpinionViewSchema>;

/** What one second opinion used. Null where the provider did not say, or no price is set. */
export const OpinionUsageSchema = z.strictObject({
  inputTokens: z.int().nullable(),
  outputTokens: z.int().nullable(),
  cost: z.number().nullable(),
  seconds: z.number().nullable(),
  overall: z.number().nullable(),
});
export type OpinionUsage = z.infer<typeof OpinionUsageSchema>;

/** One day's questions to the judge, for the person who pays. Days are UTC. */
export const OpinionDaySchema = z.strictObject({
  day: z.iso.date(),
  asked: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  cost: z.number(),
});
export type OpinionDay = z.infer<typeof OpinionDaySchema>;
