import { z } from 'zod';
import {
  CaseIdSchema,
  ClaimIdSchema,
  LessonIdSchema,
  ModuleIdSchema,
  ObjectiveIdSchema,
  ScenarioIdSchema,
} from './ids';

export const ObjectiveSchema = z.strictObject({
  id: ObjectiveIdSchema,
  text: z.string().min(10).describe('What the learner can do afterwards, starting with a verb.'),
});
export type Objective = z.infer<typeof ObjectiveSchema>;

/** The front matter of a lesson.mdx. */
export const LessonSchema = z.strictObject({
  id: LessonIdSchema,
  title: z.string().min(3),
  standfirst: z.string().min(10).describe('One or two sentences under the title.'),
  minutes: z
    .int()
    .min(1)
    .max(60)
    .optional()
    .describe('Replaces the estimated reading time; left out, the estimate counts. Within 30 % of it.'),
  objectives: z.array(ObjectiveSchema).min(1).max(6),
  claims: z.array(ClaimIdSchema).describe('Claims of the ledger that this lesson teaches.'),
  cases: z.array(CaseIdSchema).default([]),
  reviewedOn: z.iso.date().describe('When every fact of the lesson was last checked.'),
});
export type Lesson = z.infer<typeof LessonSchema>;

/** A module as course.yaml lists it. A module without lessons is in preparation and says so. */
export const ModuleSchema = z.strictObject({
  id: ModuleIdSchema,
  title: z.string().min(3),
  aim: z.string().min(10),
  folder: z
    .string()
    .regex(/^m\d{2}-[a-z0-9-]+$/)
    .describe('Folder under lessons/ that holds its lesson folders.'),
  claims: z.array(ClaimIdSchema).describe('Claims of the ledger that it owes; each belongs to one module.'),
  exercises: z.array(ScenarioIdSchema),
});
export type Module = z.infer<typeof ModuleSchema>;

/** What a finished course owes its learners. The content check refuses less; the server runs all the same. */
export const PromisesSchema = z.strictObject({
  everyClaim: z.boolean().describe('Each claim of the ledger is taught and assessed, in whatever module.'),
  items: z.int().nonnegative(),
  itemsPerQuiz: z.int().positive(),
  exercises: z.int().nonnegative(),
  cases: z.int().nonnegative(),
});
export type Promises = z.infer<typeof PromisesSchema>;

/** lessons/course.yaml: the order of modules and the rules for passing. */
export const CourseOutlineSchema = z.strictObject({
  title: z.string(),
  promises: PromisesSchema.optional().describe('Absent in a course that is still being written.'),
  passing: z.strictObject({
    exerciseOverall: z.number().min(0).max(1),
    quizMastery: z.number().min(0).max(1),
  }),
  capstone: ScenarioIdSchema.optional().describe('The exercise that a certificate asks for, whatever the path.'),
  modules: z.array(ModuleSchema).min(1),
});
export type CourseOutline = z.infer<typeof CourseOutlineSchema>;
