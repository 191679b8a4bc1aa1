import { z } from 'zod';
import { CriterionIdSchema } from './ids';
import { LevelSchema } from './rubric';
import { HandInSchema } from './scenario';

/**
 * exercises/Sxx/samples/*.yaml: a hand-in with the marking its author stands by. The content check grades every sample
 * and fails where the grade of the explanation leaves the band. Secret like the rubric; `model` samples are shown to a
 * learner who passed or handed in three drafts.
 */
export const SampleSchema = z
  .strictObject({
    title: z.string().min(3).describe('What the sample shows, such as "Go, with the limits of the case named".'),
    model: z.boolean().describe('true: shown to learners as a model answer once the exercise opens.'),
    handIn: HandInSchema,
    expected: z.strictObject({
      levels: z.record(CriterionIdSchema, LevelSchema).describe('Criterion id → level a careful marker gives.'),
      minPoints: z.number().min(0).describe('The grader must give the explanation at least this many points.'),
      maxPoints: z.number().min(0).describe('… and at most this many.'),
    }),
  })
  .refine((sample) => sample.expected.minPoints <= sample.expected.maxPoints, {
    path: ['expected', 'maxPoints'],
    message: 'maxPoints must not be below minPoints',
  });
export type Sample = z.infer<typeof SampleSchema>;
