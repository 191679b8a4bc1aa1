import { z } from 'zod';
import { LookAgainSchema, ReconsideredSchema } from './decision';
import { cleanText, InstantSchema, RecallCardIdSchema, RecallReviewIdSchema, ScenarioIdSchema } from './ids';
import { ConfidenceSchema, ResponseSchema } from './item';
import { QuestionSchema } from './question';
import { AnsweredItemSchema } from './reveal';
import { LevelSchema } from './rubric';

/**
 * Spaced review. A recall card asks again what a learner missed; a recall review is one time that they answered it.
 * Not to be confused with `Review` (schemas/review.ts), a person's decision on a grade.
 *
 * What a card is made from, and so what its `sourceKey` names: an item, a misconception, a criterion, a scenario, a claim,
 * a decision of the learner's own.
 * A further kind needs a branch in server/recall/card-sources.ts and in card-fronts.ts; the compiler names both.
 */
export const RecallKindSchema = z.enum(['item', 'misconception', 'criterion', 'case-flip', 'claim-flip', 'decision']);
export type RecallKind = z.infer<typeof RecallKindSchema>;

/** How well it was recalled, worst first: the four ratings of the scheduler. */
export const RecallRatingSchema = z.enum(['again', 'hard', 'good', 'easy']);
export type RecallRating = z.infer<typeof RecallRatingSchema>;

/** What the scheduler remembers of a card, as stored. Days for stability and interval; difficulty runs from 1 to 10. */
export const RecallMemorySchema = z.strictObject({
  stability: z.number().positive(),
  difficulty: z.number().min(1).max(10),
  reps: z.int().positive(),
  lapses: z.int().nonnegative(),
  scheduledDays: z.int().nonnegative(),
  due: InstantSchema,
  reviewedAt: InstantSchema,
});
export type RecallMemory = z.infer<typeof RecallMemorySchema>;

/** What a learner gave to one card. `self` is their own rating of what they remembered before they saw the answer. */
export const RecallAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('item'), response: ResponseSchema, confidence: ConfidenceSchema }),
  z.strictObject({ type: z.literal('text'), text: cleanText(1_000).trim().min(1), confidence: ConfidenceSchema }),
  z.strictObject({ type: z.literal('self'), rating: RecallRatingSchema }),
  z.strictObject({
    type: z.literal('decision'),
    answer: ReconsideredSchema,
    note: cleanText(500).describe('Stored with the decision; the log of answers keeps it empty.'),
    again: LookAgainSchema,
  }),
]);
export type RecallAnswer = z.infer<typeof RecallAnswerSchema>;

const NextLookSchema = z.union([z.literal(''), z.iso.date()]).describe('When it is asked again; empty: not again.');

/** What came of it, as stored beside the answer. Keys and descriptors are not in it: they are read from the course. */
export const RecallVerdictSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('item'), share: z.number().min(0).max(1), isCorrect: z.boolean() }),
  z.strictObject({
    type: z.literal('text'),
    level: LevelSchema,
    feedback: z.string(),
    quotes: z.array(z.string()),
  }),
  z.strictObject({ type: z.literal('self') }),
  z.strictObject({ type: z.literal('decision'), reviewOn: NextLookSchema }),
]);
export type RecallVerdict = z.infer<typeof RecallVerdictSchema>;

/** Where a card comes from, one click away. */
const PlaceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lesson'), id: z.string(), title: z.string() }),
  z.strictObject({ type: z.literal('exercise'), id: z.string(), title: z.string() }),
  z.strictObject({ type: z.literal('decision'), id: z.string(), title: z.string() }),
]);
export type RecallPlace = z.infer<typeof PlaceSchema>;

const front = {
  cardId: RecallCardIdSchema,
  version: z.int().nonnegative().describe('Sent back with the answer; a card answered or changed since has another.'),
  isNew: z.boolean(),
  isChanged: z.boolean().describe('What it asks was edited after it was last answered.'),
  place: PlaceSchema.nullable(),
};

/** A card as its learner's browser holds it before answering. Made only by `toFront` (server/recall/card-fronts.ts). */
export const RecallFrontSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...front, type: z.literal('item'), question: QuestionSchema }),
    z.strictObject({
      ...front,
      type: z.literal('text'),
      title: z.string(),
      hint: z.string(),
      scenario: z.strictObject({
        id: ScenarioIdSchema,
        title: z.string(),
        brief: z.string(),
        given: z.record(z.string(), z.string()),
      }),
    }),
    z.strictObject({
      ...front,
      type: z.literal('self'),
      about: z.enum(['misconception', 'case', 'claim']),
      prompt: z.string(),
      quoted: z.string().nullable().describe('The statement that the prompt is about.'),
      answers: z
        .array(z.strictObject({ lead: z.string().nullable(), text: z.string() }))
        .min(1)
        .describe('Nothing secret: a misconception and a claim are public, a case is asked once it is open.'),
    }),
    z.strictObject({
      ...front,
      type: z.literal('decision'),
      decidedOn: z.string().describe('The day that its record names; empty where it names none.'),
      decision: z.string(),
      constraint: z.string(),
      reversal: z.strictObject({ what: z.string(), by: z.string() }),
    }),
  ])
  .brand<'RecallFront'>();
export type RecallFront = z.infer<typeof RecallFrontSchema>;

/** What came of an answer, with what it opens: the item's key, or the descriptor where the exercise is open. */
export const RecallBackSchema = z
  .strictObject({
    reviewId: RecallReviewIdSchema,
    rating: RecallRatingSchema,
    dueAt: InstantSchema,
    isEarlier: z.boolean().describe('This card had been answered already, in another tab: this is what came of that.'),
    shown: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('item'), answered: AnsweredItemSchema.nullable() }),
      z.strictObject({
        type: z.literal('text'),
        text: z.string(),
        level: LevelSchema,
        feedback: z.string(),
        quotes: z.array(z.string()),
        descriptor: z.string().nullable().describe('What earns full points; null while the exercise is shut.'),
      }),
      z.strictObject({ type: z.literal('self') }),
      z.strictObject({ type: z.literal('decision'), answer: ReconsideredSchema, reviewOn: NextLookSchema }),
    ]),
  })
  .brand<'RecallBack'>();
export type RecallBack = z.infer<typeof RecallBackSchema>;

/** When there is something again. */
const NextSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tomorrow') }),
  z.strictObject({ type: z.literal('on'), at: InstantSchema }),
]);
export type RecallNext = z.infer<typeof NextSchema>;

const standing = {
  doneToday: z.int().nonnegative(),
  waiting: z.int().nonnegative().describe('Due as well, and left for the next days by the limit of one day.'),
  timeZone: z.string().nullable().describe('Whose days count; null until a browser has named one.'),
  undo: RecallReviewIdSchema.nullable().describe("Today's last answer, which can be taken back."),
  retired: z.int().nonnegative().describe('Cards that left with their source in the last week.'),
  cards: z.int().nonnegative(),
};

/** What /review shows now. One card at a time: the next one comes with the reply to the last. */
export const RecallQueueSchema = z.discriminatedUnion('status', [
  z.strictObject({ ...standing, status: z.literal('empty') }),
  z.strictObject({ ...standing, status: z.literal('paused'), pausedAt: InstantSchema }),
  z.strictObject({ ...standing, status: z.literal('asking'), left: z.int().positive(), front: RecallFrontSchema }),
  z.strictObject({ ...standing, status: z.literal('resting'), next: NextSchema.nullable() }),
]);
export type RecallQueue = z.infer<typeof RecallQueueSchema>;

/** An IANA name that this runtime knows. Only the zone is taken from a device, never its clock. */
export const TimeZoneSchema = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      new Intl.DateTimeFormat('en-GB', { timeZone: name });
      return true;
    } catch {
      return false; // not a zone, or one that this runtime has not heard of
    }
  }, 'expected a time zone such as Europe/Berlin');

/** Bodies of the handlers under /api/recall. */
export const ReviewRecallBodySchema = z.strictObject({ version: z.int().nonnegative(), answer: RecallAnswerSchema });
export const PauseRecallBodySchema = z.strictObject({ isPaused: z.boolean() });
export const RecallZoneBodySchema = z.strictObject({ timeZone: TimeZoneSchema });
export const ResetRecallBodySchema = z.strictObject({ confirm: z.literal('start all cards over') });
