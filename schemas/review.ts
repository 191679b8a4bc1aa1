import { z } from 'zod';
import {
  CriterionIdSchema,
  cleanText,
  InstantSchema,
  LearnerIdSchema,
  ReviewIdSchema,
  SubmissionIdSchema,
} from './ids';
import { LevelSchema } from './rubric';

const decided = {
  id: ReviewIdSchema,
  submissionId: SubmissionIdSchema,
  reviewerId: LearnerIdSchema,
  event: z.int().positive().describe('Number of the grade event that it made; rows of one decision share it.'),
  viaId: SubmissionIdSchema.nullable().describe(
    'Where the reply was written, if it was given to several drafts alike.',
  ),
  at: InstantSchema,
};

/** Why a level is what a person says it is; shown to the learner in place of the machine's feedback. */
export const ReviewReasonTextSchema = cleanText(2_000).trim().min(3, 'say in a few words why');

/** A person's decision on a grade. Append-only: the grade in force follows from it (docs/decisions/028). */
export const ReviewSchema = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('confirm'), ...decided }),
  z.strictObject({
    decision: z.literal('override'),
    ...decided,
    criterionId: CriterionIdSchema,
    level: LevelSchema,
    reason: ReviewReasonTextSchema,
  }),
  z.strictObject({ decision: z.literal('undo'), ...decided }),
]);
export type Review = z.infer<typeof ReviewSchema>;
