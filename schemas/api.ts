import { z } from 'zod';
import { ItemIdSchema, LessonIdSchema, ScenarioIdSchema } from './ids';
import { ConfidenceSchema, ResponseSchema } from './item';
import { HandInSchema, PartialHandInSchema } from './scenario';

/** Bodies of our own route handlers, one name each; docs/api.md lists the handlers. */
export const SaveDraftBodySchema = z.strictObject({ baseVersion: z.int().nonnegative(), handIn: PartialHandInSchema });
export const SubmitBodySchema = z.strictObject({ scenarioId: ScenarioIdSchema, handIn: HandInSchema });
export const OpenQuizBodySchema = z.strictObject({ lessonId: LessonIdSchema, items: z.enum(['all', 'missed']) });
export const AnswerBodySchema = z.strictObject({
  itemId: ItemIdSchema,
  response: ResponseSchema,
  confidence: ConfidenceSchema,
});

/** Every refusal of every handler has this shape. `message` is a sentence that names the thing and the remedy. */
export const ApiErrorSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), path: z.string().optional() }),
});
export type ApiError = z.infer<typeof ApiErrorSchema>;
