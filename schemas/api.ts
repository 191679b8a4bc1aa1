import { z } from 'zod';
import { ContraryIdSchema } from './contrary';
import { cleanText, ItemIdSchema, LearnerIdSchema, LessonIdSchema, PathIdSchema, ScenarioIdSchema } from './ids';
import { ConfidenceSchema, ResponseSchema } from './item';
import { OpinionChoiceSchema } from './opinion';
import { ReplySchema } from './rebuttal';
import { PreferencesSchema } from './roster';
import { HandInSchema, PartialHandInSchema } from './scenario';
import { TwistIdSchema } from './twist';
import { TwistAnswerSchema } from './twist-grade';

/** Bodies of our own route handlers, one name each; docs/api.md lists the handlers. */
export const SaveDraftBodySchema = z.strictObject({ baseVersion: z.int().nonnegative(), handIn: PartialHandInSchema });
export const SubmitBodySchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  handIn: HandInSchema,
  opinion: OpinionChoiceSchema.optional().describe('Left out where the page offered no second opinion.'),
});
export const TwistRoundBodySchema = z.strictObject({
  twistId: TwistIdSchema,
  changeHash: z
    .string()
    .max(64)
    .describe('Of the changed fact as the page showed it; another one is refused as expired.'),
  answer: TwistAnswerSchema,
});
export const RebuttalBodySchema = z.strictObject({
  caseId: ContraryIdSchema,
  caseHash: z.string().max(64).describe('Of the case as the page showed it; another one is refused as expired.'),
  reply: ReplySchema,
});
export const OpenQuizBodySchema = z.strictObject({ lessonId: LessonIdSchema, items: z.enum(['all', 'missed']) });
/** What is left out stays as it was. */
export const SavePreferencesBodySchema = z.strictObject({
  editor: PreferencesSchema.shape.editor.unwrap().optional(),
  predictions: PreferencesSchema.shape.predictions.unwrap().optional(),
});
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
export const ResetLinkBodySchema = z.strictObject({ learnerId: LearnerIdSchema });

/** Every refusal of every handler has this shape. `message` is a sentence that names the thing and the remedy. */
export const ApiErrorSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), path: z.string().optional() }),
});
export type ApiError = z.infer<typeof ApiErrorSchema>;
