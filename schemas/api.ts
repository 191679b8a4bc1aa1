import { z } from 'zod';
import { ContraryIdSchema } from './contrary';
import { DecisionRecordSchema, ReconsideredSchema } from './decision';
import {
  cleanText,
  InstantSchema,
  ItemIdSchema,
  LearnerIdSchema,
  LessonIdSchema,
  PathIdSchema,
  ScenarioIdSchema,
} from './ids';
import { ConfidenceSchema, ResponseSchema } from './item';
import { OpinionChoiceSchema } from './opinion';
import { PastesSchema } from './paste';
import { ReplySchema } from './rebuttal';
import { TimeZoneSchema } from './recall';
import { PreferencesSchema } from './roster';
import { HandInSchema, PartialHandInSchema } from './scenario';
import { TwistIdSchema } from './twist';
import { TwistAnswerSchema } from './twist-grade';

/** Bodies of our own route handlers, one name each; docs/api.md lists the handlers. */
const attempt = z.int().positive();
export const SaveDraftBodySchema = z.strictObject({
  baseVersion: z.int().nonnegative(),
  handIn: PartialHandInSchema,
  attempt: attempt.optional().describe('The attempt that the page shows; left out: the one that is open.'),
});
/** Starting over closes `attempt` and opens the next. */
export const StartOverBodySchema = z.strictObject({ attempt });
export const SubmitBodySchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  handIn: HandInSchema,
  attempt: attempt.optional().describe('As in a saved draft.'),
  opinion: OpinionChoiceSchema.optional().describe('Left out where the page offered no second opinion.'),
  pressedAt: InstantSchema.optional().describe(
    'By the clock of the browser: shown to instructors, and no rule reads it.',
  ),
  pastes: PastesSchema.optional().describe('A hint for people who review; a retry changes nothing.'),
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
export const OpenQuizBodySchema = z.strictObject({
  lessonId: LessonIdSchema,
  items: z.enum(['all', 'missed']),
  isAnew: z
    .boolean()
    .optional()
    .describe('Leaves an attempt behind whose questions have changed since, and opens one with those of today.'),
});
export const PreviewBodySchema = z.strictObject({
  to: z.enum(['start', 'end']).describe('start begins anew where a preview is under way.'),
});
/** What is left out stays as it was. */
export const SavePreferencesBodySchema = z.strictObject({
  editor: PreferencesSchema.shape.editor.unwrap().optional(),
  predictions: PreferencesSchema.shape.predictions.unwrap().optional(),
  reminders: z.strictObject({ dueSoon: z.boolean(), overdue: z.boolean(), digest: z.boolean() }).optional(),
  letters: z
    .strictObject({
      dueSoon: z.boolean(),
      overdue: z.boolean(),
      feedback: z.boolean(),
      digest: z.boolean(),
      desk: z.boolean(),
      timeZone: TimeZoneSchema.nullable(),
    })
    .optional(),
  sharing: z.enum(['shared', 'private']).optional(),
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

export const AddDecisionBodySchema = z.strictObject({ record: DecisionRecordSchema });
export const SaveDecisionBodySchema = z.strictObject({
  baseVersion: z.int().positive(),
  record: DecisionRecordSchema,
});
export const ReconsiderBodySchema = z.strictObject({
  answer: ReconsideredSchema,
  reviewOn: z.union([z.literal(''), z.iso.date()]).describe('When to ask next; empty: not again.'),
});
export const ImportDecisionBodySchema = z.strictObject({
  text: z.string().describe('The whole file; the size in bytes is checked where it is read.'),
});

/** Sent where the address says it all. */
export const EmptyBodySchema = z.strictObject({});

const email = z.email('expected an e-mail address such as ada@example.org').max(254);
const newPassword = cleanText(128).min(8, 'expected at least 8 characters');
export const SignUpBodySchema = z.strictObject({ name: cleanText(120).trim().min(1), email, password: newPassword });
export const SignInBodySchema = z.strictObject({ email, password: cleanText(128).min(1) });
export const ResetPasswordBodySchema = z.strictObject({ password: newPassword });
/** The page stays on which somebody began to sign in. */
export const SsoBodySchema = z.strictObject({ returnTo: z.string().max(500) });
export const ForgottenBodySchema = z.strictObject({ email });
/** Accounts without a password leave it out; theirs must have signed in a moment ago. */
export const ChangeEmailBodySchema = z.strictObject({ email, password: cleanText(128).optional() });
export const ChangePasswordBodySchema = z.strictObject({ current: cleanText(128).min(1), password: newPassword });
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
