import { z } from 'zod';
import { EvidenceSchema, ReceiptSchema } from './grade';
import { ComponentIdSchema, cleanText } from './ids';
import { LevelSchema } from './rubric';
import { BoundarySchema, ChoiceSchema } from './scenario';
import { TwistIdSchema } from './twist';

/**
 * What became of one part, measured against what the changed fact asks.
 * moved: to where the fact allows. there-already: was there before. stayed: rightly as it was. left: should have moved.
 * elsewhere: moved, but not to where the fact leads. needless: moved, and should have stayed.
 * repaired: moved from a pick that was weak before to a defensible one; counts neither way.
 */
export const PartVerdictSchema = z.enum([
  'moved',
  'there-already',
  'stayed',
  'left',
  'elsewhere',
  'needless',
  'repaired',
]);
export type PartVerdict = z.infer<typeof PartVerdictSchema>;

/** Parts that count for one of the two shares, and how many of them came out right. */
const CountSchema = z.strictObject({ right: z.int().nonnegative(), of: z.int().nonnegative() });

const judgedPart = <Pick extends z.ZodType>(pick: Pick) =>
  z.strictObject({ before: pick, after: pick, verdict: PartVerdictSchema });

/** The note's words about why. Half and full carry the quote that they rest on. */
export const NoteGradeSchema = z.strictObject({
  level: LevelSchema,
  finding: z
    .enum(['reason', 'half', 'copied', 'other-reason', 'nothing', 'hostile', 'unjudged'])
    .describe('What the level rests on.'),
  evidence: z.array(EvidenceSchema),
});
export type NoteGrade = z.infer<typeof NoteGradeSchema>;

/** The grade of one twist round. */
export const TwistGradeSchema = z.strictObject({
  twist: TwistIdSchema,
  parts: z.array(judgedPart(ChoiceSchema).extend({ id: ComponentIdSchema })),
  boundary: judgedPart(BoundarySchema),
  moves: CountSchema.describe('Parts that must move.'),
  stays: CountSchema.describe('Parts that must stay, or may.'),
  note: NoteGradeSchema,
  overall: z
    .number()
    .min(0)
    .max(1)
    .describe('Moves 50 %, stays 25 %, note 25 %; a share of which there is nothing is left out.'),
  needsReview: z.boolean(),
  receipt: ReceiptSchema.describe('`rubric` is the content hash of the change and its rules.'),
});
export type TwistGrade = z.infer<typeof TwistGradeSchema>;

/** Picks and note of one round, as handed in. */
export const TwistAnswerSchema = z.strictObject({
  choices: z.record(ComponentIdSchema, ChoiceSchema),
  boundary: BoundarySchema,
  note: cleanText(2_000).refine((text) => text.trim() !== '', 'must not be empty'),
});
export type TwistAnswer = z.infer<typeof TwistAnswerSchema>;
