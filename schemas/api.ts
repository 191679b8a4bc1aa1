import { z } from 'zod';
import { cleanText, ItemIdSchema, LearnerIdSchema, LessonIdSchema, PathIdSchema, ScenarioIdSchema } from './ids';
import { ConfidenceSchema, ResponseSchema } from './item';
import { OpinionChoiceSchema } from './opinion';
import { HandInSchema, PartialHandInSchema } from './scenario';

/** Bodies of our own route handlers, one name each; docs/api.md lists the handlers. */
export const SaveDraftBodySchema = z.strictObject({ baseVersion: z.int().nonnegative(), handIn: PartialHandInSchema });
export const SubmitBodySchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  handIn: HandInSchema,
  opinion: OpinionChoiceSchema.optional().describe('Left out where the page offered no second opinion.'),
});
export const OpenQuizBodySchema = z.strictObject({ lessonId: LessonIdSchema, items: z.enum(['all', 'missed']) });
export const ChoosePathBodySchema = z.strictObject({
  pathId: PathIdSchema.nullable().describe('Null: no path, the whole course in its order.'),
});
export const PlacementAnswerBodySchema = z.strictObject({
  itemId: ItemIdSchema,
  given: z
    .strictObject({ response: ResponseSchema, confidence: ConfidenceSchema })
    .nullable()
    .describe('Null: I do not know.'),
});
export const AnswerBodySchema = z.strictObject({
  itemId: ItemIdSchema,
  response: ResponseSchema,
  confidence: ConfidenceSchema,
});

/** Sent where the address says it all. */
export const EmptyBodySchema = z.strictObject({});

const email = z.email('expected an e-mail address such as ada@example.org').max(254);
const newPassword = cleanText(128).min(8, 'expected at least 8 characters');
export const SignUpBodySchema = z.strictObject({ name: cleanText(120).trim().min(1), email, password: newPassword });
export const SignInBodySchema = z.strictObject({ email, password: cleanText(128).min(1) });
export const ResetPasswordBodySchema = z.strictObject({ password: newPassword });
/** The word is typed by the person, so that nothing is deleted by a slip of the hand. Guests have no password. */
export const DeleteAccountBodySchema = z.strictObject({
  confirm: z.literal('delete'),
  password: cleanText(128).optional(),
});
export const ExportQuerySchema = z.strictObject({ format: z.enum(['json', 'md']) });
export const ResetLinkBodySchema = z.strictObject({ learnerId: LearnerIdSchema });

/** Every refusal of every handler has this shape. `message` is a sentence that names the thing and the remedy. */
export const ApiErrorSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), path: z.string().optional() }),
});
export type ApiError = z.infer<typeof ApiErrorSchema>;
