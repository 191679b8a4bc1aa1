import { z } from 'zod';
import { GradeSchema } from './grade';
import { AttemptIdSchema, InstantSchema, ItemIdSchema, LearnerIdSchema, LessonIdSchema, ScenarioIdSchema } from './ids';
import { ConfidenceSchema, ItemScoreSchema, ResponseSchema } from './item';
import { SubmissionSchema } from './submission';

/** One try at a scenario; a learner may hand in many drafts inside it. States are a union: no grade before a submission. */
const Opened = z.strictObject({
  id: AttemptIdSchema,
  learnerId: LearnerIdSchema,
  scenarioId: ScenarioIdSchema,
  number: z.int().positive(),
  openedAt: InstantSchema,
});
const Submitted = Opened.extend({ submission: SubmissionSchema });

export const AttemptSchema = z.discriminatedUnion('status', [
  Opened.extend({ status: z.literal('open') }),
  Submitted.extend({ status: z.literal('submitted') }),
  Submitted.extend({ status: z.literal('graded'), grade: GradeSchema, gradedAt: InstantSchema }),
  Submitted.extend({
    status: z.literal('released'),
    grade: GradeSchema,
    gradedAt: InstantSchema,
    releasedAt: InstantSchema,
  }),
]);
export type Attempt = z.infer<typeof AttemptSchema>;

/** A stored response to one item of a quiz attempt. */
export const ItemResponseSchema = z.strictObject({
  itemId: ItemIdSchema,
  response: ResponseSchema,
  confidence: ConfidenceSchema,
  score: ItemScoreSchema,
  answeredAt: InstantSchema,
});
export type ItemResponse = z.infer<typeof ItemResponseSchema>;

/** One try at a lesson's quiz, or at the items missed before. `seed` fixes the order in which options appear. */
const QuizOpened = z.strictObject({
  id: AttemptIdSchema,
  learnerId: LearnerIdSchema,
  lessonId: LessonIdSchema,
  number: z.int().positive(),
  seed: z.int().nonnegative(),
  itemIds: z.array(ItemIdSchema).min(1),
  responses: z.array(ItemResponseSchema),
  openedAt: InstantSchema,
});
export const QuizAttemptSchema = z.discriminatedUnion('status', [
  QuizOpened.extend({ status: z.literal('open') }),
  QuizOpened.extend({ status: z.literal('finished'), finishedAt: InstantSchema, score: z.number().min(0).max(1) }),
]);
export type QuizAttempt = z.infer<typeof QuizAttemptSchema>;
