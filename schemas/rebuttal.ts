import { z } from 'zod';
import { ContraryIdSchema, SideSchema } from './contrary';
import { EvidenceSchema, ReceiptSchema } from './grade';
import { cleanText, InstantSchema, ScenarioIdSchema, SubmissionIdSchema } from './ids';
import { LevelSchema } from './rubric';

/** What a reply is looked at for. */
export const AspectSchema = z.enum(['point', 'reason', 'condition']);
export type Aspect = z.infer<typeof AspectSchema>;

const AspectGradeSchema = z.strictObject({
  level: LevelSchema,
  evidence: z.array(EvidenceSchema).describe('Half and full carry the quote that they rest on.'),
});
export type AspectGrade = z.infer<typeof AspectGradeSchema>;

/** How engaged a reply to the other side is. Whether it wins the argument is not judged. */
export const RebuttalGradeSchema = z.strictObject({
  case: ContraryIdSchema,
  standing: z
    .enum(['engaged', 'copied', 'dismissed', 'hostile', 'unjudged'])
    .describe('Anything but engaged earns nothing, and says why.'),
  answered: z.string().nullable().describe('Id of the strong point that the reply takes up; null where none is found.'),
  aspects: z.strictObject({ point: AspectGradeSchema, reason: AspectGradeSchema, condition: AspectGradeSchema }),
  overall: z.number().min(0).max(1).describe('Mean of the three: all 1, half 0.5.'),
  needsReview: z.boolean(),
  receipt: ReceiptSchema.describe('`rubric` is the content hash of the case.'),
});
export type RebuttalGrade = z.infer<typeof RebuttalGradeSchema>;

/** Three sentences are asked for, one to five are taken. */
export const MOST_REPLY_CHARACTERS = 1_500;
export const ReplySchema = cleanText(MOST_REPLY_CHARACTERS).refine((text) => text.trim() !== '', 'must not be empty');

/** What the result page says of the other side, without a word of it. */
export const ContraryEntrySchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ready') }),
  z.strictObject({ status: z.literal('opened') }),
  z.strictObject({ status: z.literal('answered'), best: z.number(), replies: z.int().positive() }),
]);
export type ContraryEntry = z.infer<typeof ContraryEntrySchema>;

/** A reply as its learner sees it: no statement, no receipt. */
export const LearnerRebuttalSchema = z
  .strictObject({
    number: z.int().positive(),
    submittedAt: InstantSchema,
    reply: z.string(),
    grade: RebuttalGradeSchema.omit({ receipt: true, case: true, answered: true }),
    answeredPoint: z.string().nullable().describe("The point in its author's words; null where none was taken up."),
    isOlderText: z.boolean().describe('The case was rewritten since.'),
    holdsIf: z.string().nullable().describe('When the other side wins; null until the exercise is open.'),
  })
  .brand<'LearnerRebuttal'>();
export type LearnerRebuttal = z.infer<typeof LearnerRebuttalSchema>;

/** The page of the other side. `rebuttal` is the reply to show; null where there is none yet or another is wanted. */
export const ContraryPageSchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  scenarioId: ScenarioIdSchema,
  scenarioTitle: z.string(),
  draftNumber: z.int().positive(),
  caseId: ContraryIdSchema,
  caseHash: z.string(),
  side: SideSchema,
  text: z.string(),
  replies: z.array(z.strictObject({ number: z.int().positive(), submittedAt: InstantSchema, overall: z.number() })),
  rebuttal: LearnerRebuttalSchema.nullable(),
});
export type ContraryPage = z.infer<typeof ContraryPageSchema>;
