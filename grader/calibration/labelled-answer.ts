import { z } from 'zod';
import { ComponentIdSchema, ScenarioIdSchema } from '@/schemas/ids';
import { BoundarySchema, ChoiceSchema } from '@/schemas/scenario';

/** One answer of grader/gold with its reference marking. `labels` has one entry per criterion, in rubric order. */
export const GoldAnswerSchema = z.object({
  id: z.string(),
  exercise: ScenarioIdSchema,
  profile: z.string(),
  choices: z.partialRecord(ComponentIdSchema, ChoiceSchema),
  boundary: BoundarySchema.optional(),
  explanation: z.string(),
  labels: z.array(z.union([z.literal(0), z.literal(0.5), z.literal(1)])),
  points: z.number(),
  flags: z.array(z.string()).default([]),
});
export type GoldAnswer = z.infer<typeof GoldAnswerSchema>;
