import { z } from 'zod';
import { LessonIdSchema } from './ids';
import { ItemSchema } from './item';

/** One lesson's quiz, as its quiz.yaml holds it. `maxAttempts` absent means unlimited, as in self-paced study. */
export const QuizSchema = z.strictObject({
  lesson: LessonIdSchema,
  masteryScore: z.number().min(0).max(1).default(0.8).describe('Share of items right that counts as mastery.'),
  maxAttempts: z.int().positive().optional(),
  items: z.array(ItemSchema).min(1),
});
export type Quiz = z.infer<typeof QuizSchema>;
