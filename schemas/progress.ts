import { z } from 'zod';
import {
  InstantSchema,
  LessonIdSchema,
  ModuleIdSchema,
  PathIdSchema,
  ScenarioIdSchema,
  SubmissionIdSchema,
} from './ids';

/** Where one learner stands. Computed from stored rows by grader/progress.ts; never stored itself. */
export const LessonProgressSchema = z.strictObject({
  lessonId: LessonIdSchema,
  isRead: z.boolean(),
  quiz: z.strictObject({ right: z.int(), total: z.int(), isStarted: z.boolean(), isMastered: z.boolean() }),
});
export type LessonProgress = z.infer<typeof LessonProgressSchema>;

export const ExerciseProgressSchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  handIns: z.int(),
  bestOverall: z.number().nullable(),
  isPassed: z.boolean(),
  latestSubmissionId: SubmissionIdSchema.nullable(),
  draftSavedAt: InstantSchema.nullable(),
});
export type ExerciseProgress = z.infer<typeof ExerciseProgressSchema>;

export const ModuleProgressSchema = z.strictObject({
  moduleId: ModuleIdSchema,
  status: z.enum(['in-preparation', 'not-started', 'started', 'complete']),
  lessonsRead: z.int(),
  lessonsTotal: z.int(),
  quizzesMastered: z.int(),
  exercisesPassed: z.int(),
  exercisesTotal: z.int(),
});
export type ModuleProgress = z.infer<typeof ModuleProgressSchema>;

/** How an objective stands by the latest answers to its items; with fewer than three of them nothing is said. */
const measured = { lessonId: z.string(), objectiveId: z.string(), text: z.string(), n: z.int().positive() };
export const StrengthSchema = z.discriminatedUnion('status', [
  z.strictObject({ ...measured, status: z.literal('too-few') }),
  z.strictObject({ ...measured, status: z.literal('judged'), right: z.int().nonnegative() }),
]);
export type Strength = z.infer<typeof StrengthSchema>;

/** A record under way, as the home page lists it. */
export const DraftUnderWaySchema = z.strictObject({
  scenarioId: ScenarioIdSchema,
  title: z.string(),
  text: z.string().describe('The record so far; read on the server, which counts its words.'),
  savedAt: InstantSchema,
});
export type DraftUnderWay = z.infer<typeof DraftUnderWaySchema>;

/** The one thing to do next, for the Continue button. */
export const StepSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('lesson'), lessonId: LessonIdSchema, title: z.string(), minutes: z.int() }),
  z.strictObject({ type: z.literal('quiz'), lessonId: LessonIdSchema, title: z.string(), minutes: z.int() }),
  z.strictObject({ type: z.literal('exercise'), scenarioId: ScenarioIdSchema, title: z.string(), minutes: z.int() }),
  z.strictObject({ type: z.literal('done') }),
]);
export type Step = z.infer<typeof StepSchema>;

export const CourseProgressSchema = z.strictObject({
  modules: z.array(ModuleProgressSchema),
  lessons: z.array(LessonProgressSchema),
  exercises: z.array(ExerciseProgressSchema),
  next: StepSchema,
  minutesLeft: z.int(),
  hasBegun: z.boolean(),
  pathId: PathIdSchema.nullable().describe('The path that `next` and `minutesLeft` follow; null: the whole course.'),
});
export type CourseProgress = z.infer<typeof CourseProgressSchema>;
