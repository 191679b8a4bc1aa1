import { z } from 'zod';
import { LessonIdSchema, ModuleIdSchema, PathIdSchema, ScenarioIdSchema } from './ids';

/** One module of a path. A module is named rather than its lessons, so that one in preparation has its place too. */
export const PathStepSchema = z.strictObject({
  module: ModuleIdSchema,
  why: z.string().min(10).describe('One sentence: what this module is for on this path.'),
  skip: z
    .strictObject({
      lessons: z.array(LessonIdSchema).min(1),
      because: z.string().min(10).describe('One sentence: who can do without them.'),
    })
    .optional()
    .describe('Lessons of the module that this path does not ask for.'),
  exercises: z
    .array(ScenarioIdSchema)
    .optional()
    .describe('Exercises to propose, in this order; one passed is enough. Left out: those of the module. []: none.'),
});
export type PathStep = z.infer<typeof PathStepSchema>;

/** A way through the course for one kind of reader. It orders and leaves out; it never locks anything. */
export const LearningPathSchema = z.strictObject({
  id: PathIdSchema,
  title: z.string().min(3),
  audience: z.string().min(10).describe('Who it is for, as a sentence that completes "For …".'),
  outcome: z.string().min(10).describe('What somebody can do at its end.'),
  steps: z.array(PathStepSchema).min(1).describe('In the order in which this path takes them.'),
  leavesOut: z
    .array(z.strictObject({ module: ModuleIdSchema, because: z.string().min(10) }))
    .default([])
    .describe('The modules that it does not ask for: every module is in one of the two lists.'),
});
export type LearningPath = z.infer<typeof LearningPathSchema>;

/** lessons/paths.yaml */
export const PathsFileSchema = z.strictObject({ paths: z.array(LearningPathSchema).min(1).max(6) });
export type PathsFile = z.infer<typeof PathsFileSchema>;
