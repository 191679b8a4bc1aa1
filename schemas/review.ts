import { z } from 'zod';
import { CriterionIdSchema, InstantSchema, LearnerIdSchema, ReviewIdSchema, SubmissionIdSchema } from './ids';
import { LevelSchema } from './rubric';

/** A person's decision on a grade. Append-only: the effective grade is computed from the machine grade and its reviews. */
export const ReviewSchema = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('confirm'),
    id: ReviewIdSchema,
    submissionId: SubmissionIdSchema,
    reviewerId: LearnerIdSchema,
    at: InstantSchema,
  }),
  z.strictObject({
    decision: z.literal('override'),
    id: ReviewIdSchema,
    submissionId: SubmissionIdSchema,
    reviewerId: LearnerIdSchema,
    at: InstantSchema,
    criterionId: CriterionIdSchema,
    level: LevelSchema,
    reason: z.string().min(3).max(2_000),
  }),
]);
export type Review = z.infer<typeof ReviewSchema>;
