import { z } from 'zod';
import { GradeSchema } from './grade';
import { InstantSchema, LearnerIdSchema, SubmissionIdSchema } from './ids';

/**
 * How a grade came into force.
 * - machine: the grader's own, at the hand-in
 * - review: a person confirmed it or set levels
 * - appeal: its learner asked, and a person ruled
 * - regrade: rubric, content or grader changed, and somebody applied that to everyone alike
 * - undo: the grade before the last event was put back
 */
export const GradeEventKindSchema = z.enum(['machine', 'review', 'appeal', 'regrade', 'undo']);
export type GradeEventKind = z.infer<typeof GradeEventKindSchema>;

/** One grade that was in force, with who put it there and why. Never changed and never removed. */
export const GradeEventSchema = z.strictObject({
  submissionId: SubmissionIdSchema,
  number: z.int().nonnegative().describe('0 for the machine’s first grade.'),
  kind: GradeEventKindSchema,
  grade: GradeSchema,
  rubricHash: z.string(),
  byId: LearnerIdSchema.nullable().describe('Null for the machine.'),
  reason: z.string(),
  batchId: z.string().nullable(),
  at: InstantSchema,
});
export type GradeEvent = z.infer<typeof GradeEventSchema>;
