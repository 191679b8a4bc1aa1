import { z } from 'zod';
import { CommentSchema, FeedbackTypeSchema } from './feedback';
import { ComponentIdSchema, CriterionIdSchema, ScenarioIdSchema } from './ids';
import { LevelSchema } from './rubric';

/** A stretch of the explanation exactly as received; offsets are UTF-16 code units (JavaScript slicing). */
export const EvidenceSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().min(1),
});
export type Evidence = z.infer<typeof EvidenceSchema>;

export const PickVerdictSchema = z.enum(['defensible', 'weak', 'wrong']);
export const PickCreditSchema = z.strictObject({
  credit: z.union([z.literal(0), z.literal(0.5), z.literal(1)]),
  verdict: PickVerdictSchema,
});
export type PickCredit = z.infer<typeof PickCreditSchema>;

/** The fields of a criterion's grade, without the rule on evidence; projections pick from here. */
export const CriterionGradeFieldsSchema = z.strictObject({
  id: CriterionIdSchema,
  points: z.number().nonnegative(),
  max: z.number().positive(),
  level: LevelSchema,
  confidence: z.number().min(0).max(1).describe('Probability that a careful marker gives the same level.'),
  judged: z.boolean().optional().describe('false where the grader could not judge; absent otherwise.'),
  evidence: z.array(EvidenceSchema),
  feedback: z.string(),
  type: FeedbackTypeSchema.optional().describe('Of the feedback; absent in grades stored before feedback had a type.'),
  person: z
    .strictObject({ machineLevel: LevelSchema, reason: z.string().min(1).max(2_000) })
    .optional()
    .describe('A person set this level, in place of the machine’s; absent where the machine’s stands.'),
});

/** The judgement on one criterion. Half and full carry evidence, unless a person answers for them; a criterion that cannot be judged says so. */
export const CriterionGradeSchema = CriterionGradeFieldsSchema.superRefine((grade, context) => {
  if (grade.level !== 'none' && grade.evidence.length === 0 && !grade.person)
    context.addIssue({ code: 'custom', path: ['evidence'], message: `level ${grade.level} needs at least one quote` });
});
export type CriterionGrade = z.infer<typeof CriterionGradeSchema>;

/** Prose and picks that disagree about one component. */
export const ContradictionSchema = z.strictObject({
  component: ComponentIdSchema,
  picked: z.string(),
  written: z.string(),
  evidence: EvidenceSchema,
});
export type Contradiction = z.infer<typeof ContradictionSchema>;

/** What a grade rests on: with the same receipt, the same hand-in gets the same grade. */
export const ReceiptSchema = z.strictObject({
  grader: z.string(),
  rubric: z.string().describe('Content hash of rubric and probes.'),
  calibration: z
    .string()
    .optional()
    .describe('Content id of fitted weights and word vectors; absent in grades stored before there was one.'),
  engine: z.string(),
  variant: z.int().positive().optional().describe('Which figures the exercise had; absent for those of its files.'),
});
export type Receipt = z.infer<typeof ReceiptSchema>;

/** Prose and pick that disagree about the boundary. */
export const BoundaryContradictionSchema = ContradictionSchema.omit({ component: true });
export type BoundaryContradiction = z.infer<typeof BoundaryContradictionSchema>;

/** A sum in the text whose result no rounding and no change of unit explains. It never costs points. */
export const ArithmeticSlipSchema = z.strictObject({
  ...EvidenceSchema.shape,
  written: z.number(),
  computed: z.number(),
});
export type ArithmeticSlip = z.infer<typeof ArithmeticSlipSchema>;

/** The words of the text that come nearest to a misconception. */
export const MisconceptionEvidenceSchema = z.strictObject({ id: z.string(), evidence: EvidenceSchema });
export type MisconceptionEvidence = z.infer<typeof MisconceptionEvidenceSchema>;

/** A graded submission. The batch command prints this with the caller's id in front (see docs/grading.md). */
export const GradeSchema = z.strictObject({
  exercise: ScenarioIdSchema,
  explanation: z.strictObject({ points: z.number().nonnegative(), max: z.number().positive() }),
  choices: z.record(ComponentIdSchema, PickCreditSchema),
  boundary: PickCreditSchema,
  criteria: z.array(CriterionGradeSchema),
  misconceptions: z.array(z.string()),
  misconceptionEvidence: z.array(MisconceptionEvidenceSchema).optional().describe('Absent where there is none.'),
  flags: z.array(z.string()).describe('mismatch, stuffing, brief_echo, off_target, hostile, too_short; an open list.'),
  contradictions: z.array(ContradictionSchema),
  boundaryContradiction: BoundaryContradictionSchema.optional().describe('Raises mismatch, caps nothing.'),
  arithmetic: z.array(ArithmeticSlipSchema).optional().describe('Sums to look at again; absent where none was found.'),
  comments: z
    .array(CommentSchema)
    .optional()
    .describe('Feedback beyond the criteria, most pressing first; absent in grades stored before feedback had a type.'),
  overall: z.number().min(0).max(1),
  needsReview: z.boolean(),
  receipt: ReceiptSchema,
});
export type Grade = z.infer<typeof GradeSchema>;
