import { z } from 'zod';
import { AttemptIdSchema, ItemIdSchema, LessonIdSchema, LocalIdSchema } from './ids';
import { ConfidenceSchema, ResponseSchema } from './item';
import { QuestionSchema } from './question';

/** What opens once a learner has answered an item: the key, and a rationale for every option, entry or line. */
const base = {
  itemId: ItemIdSchema,
  rationale: z.string(),
  notes: z
    .array(z.strictObject({ id: z.string(), rationale: z.string() }))
    .describe('Per option, entry, slip or line.'),
  sources: z.array(z.strictObject({ title: z.string(), url: z.string(), checked: z.string() })),
};

export const RevealSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ ...base, type: z.literal('single-choice'), key: z.array(LocalIdSchema) }),
    z.strictObject({ ...base, type: z.literal('multiple-choice'), key: z.array(LocalIdSchema) }),
    z.strictObject({ ...base, type: z.literal('ordering'), key: z.array(LocalIdSchema) }),
    z.strictObject({ ...base, type: z.literal('matching'), key: z.record(LocalIdSchema, LocalIdSchema) }),
    z.strictObject({ ...base, type: z.literal('numeric'), key: z.number(), low: z.number(), high: z.number() }),
    z.strictObject({
      ...base,
      type: z.literal('short-answer'),
      modelAnswer: z.string(),
      points: z.array(z.strictObject({ id: LocalIdSchema, text: z.string(), isMade: z.boolean() })),
    }),
    z.strictObject({
      ...base,
      type: z.literal('spot-the-defect'),
      defects: z.array(z.strictObject({ lines: z.array(z.int()), rationale: z.string(), isFound: z.boolean() })),
    }),
  ])
  .brand<'Reveal'>();
export type Reveal = z.infer<typeof RevealSchema>;

/** One answered item as its learner sees it again. */
export const AnsweredItemSchema = z.strictObject({
  itemId: ItemIdSchema,
  response: ResponseSchema,
  confidence: ConfidenceSchema,
  isCorrect: z.boolean(),
  share: z.number(),
  reveal: RevealSchema,
});
export type AnsweredItem = z.infer<typeof AnsweredItemSchema>;

/** A quiz attempt as its learner's browser holds it: questions in the seeded order, reveals only for answered items. */
export const QuizViewSchema = z.strictObject({
  attemptId: AttemptIdSchema,
  lessonId: LessonIdSchema,
  number: z.int(),
  questions: z.array(QuestionSchema),
  answered: z.array(AnsweredItemSchema),
  isFinished: z.boolean(),
  share: z.number().nullable().describe('Share right in this attempt; null while open.'),
  isChanged: z
    .boolean()
    .describe('The quiz has other questions by now; this attempt goes on with those it began with.'),
  standing: z.strictObject({
    right: z.int().describe('Items of the whole quiz right in their latest answer.'),
    total: z.int(),
    masteryScore: z.number(),
    isMastered: z.boolean(),
  }),
});
export type QuizView = z.infer<typeof QuizViewSchema>;
