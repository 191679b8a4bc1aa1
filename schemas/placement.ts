import { z } from 'zod';
import { InstantSchema, ItemIdSchema, LearnerIdSchema, LessonIdSchema, ModuleIdSchema, PlacementIdSchema } from './ids';
import { ConfidenceSchema, ResponseSchema } from './item';
import { QuestionSchema } from './question';

/** lessons/placement.yaml: which items of the quizzes are asked, and the module that each one speaks for. */
export const PlacementFileSchema = z.strictObject({
  items: z
    .array(z.strictObject({ module: ModuleIdSchema, item: ItemIdSchema }))
    .min(1)
    .max(20),
});
export type PlacementFile = z.infer<typeof PlacementFileSchema>;

/** One answer as stored. Without a response the learner said "I don't know", and there is no confidence to state. */
export const PlacementAnswerSchema = z.strictObject({
  itemId: ItemIdSchema,
  given: z.strictObject({ response: ResponseSchema, confidence: ConfidenceSchema }).nullable(),
  share: z.number().min(0).max(1),
  isRight: z.boolean(),
  answeredAt: InstantSchema,
});
export type PlacementAnswer = z.infer<typeof PlacementAnswerSchema>;

/** One time that somebody took the placement. It counts for nothing else: no quiz, no mastery. */
export const PlacementSchema = z.strictObject({
  id: PlacementIdSchema,
  learnerId: LearnerIdSchema,
  seed: z.int().nonnegative(),
  itemIds: z.array(ItemIdSchema).min(1),
  answers: z.array(PlacementAnswerSchema),
  openedAt: InstantSchema,
  finishedAt: InstantSchema.nullable(),
});
export type Placement = z.infer<typeof PlacementSchema>;

/** What one item says about its module: a hint, since it is only one item. */
export const PlacementStandingSchema = z.enum(['solid', 'shaky', 'not-yet']);
export type PlacementStanding = z.infer<typeof PlacementStandingSchema>;

export const PlacementVerdictSchema = z.strictObject({
  moduleId: ModuleIdSchema,
  title: z.string(),
  answer: z.enum(['right', 'not-right', 'unknown']),
  standing: PlacementStandingSchema,
});
export type PlacementVerdict = z.infer<typeof PlacementVerdictSchema>;

/** Where to start, and what came of each module's item. Never a key or a reason: the quizzes ask these items again. */
export const PlacementResultSchema = z.strictObject({
  verdicts: z.array(PlacementVerdictSchema),
  start: z
    .strictObject({ moduleId: ModuleIdSchema, title: z.string(), lessonId: LessonIdSchema, lessonTitle: z.string() })
    .nullable()
    .describe('Null where every module asked about is solid.'),
  skim: z.array(ModuleIdSchema).describe('Modules before the start, or all of them where there is none.'),
  finishedAt: InstantSchema,
});
export type PlacementResult = z.infer<typeof PlacementResultSchema>;

/** A placement as its learner's browser holds it: questions without keys, and nothing about right or wrong until the end. */
export const PlacementViewSchema = z.strictObject({
  placementId: PlacementIdSchema,
  questions: z.array(QuestionSchema),
  answeredIds: z.array(ItemIdSchema),
  result: PlacementResultSchema.nullable(),
});
export type PlacementView = z.infer<typeof PlacementViewSchema>;
