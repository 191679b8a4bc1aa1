import type { LessonId, ModuleId, ScenarioId } from '@/schemas/ids';
import type { LearningPath } from '@/schemas/learning-path';

export interface LessonFacts {
  readonly id: LessonId;
  readonly title: string;
  readonly minutes: { readonly reading: number; readonly quiz: number };
  readonly itemIds: readonly string[];
  readonly masteryScore: number;
}

export interface ExerciseFacts {
  readonly id: ScenarioId;
  readonly title: string;
  readonly minutes: number;
}

export interface ModuleFacts {
  readonly id: ModuleId;
  readonly lessons: readonly LessonFacts[];
  readonly exercises: readonly ExerciseFacts[];
}

/** One module of a way through the course: what it asks for there. */
export interface Leg {
  readonly module: ModuleFacts;
  readonly lessons: readonly LessonFacts[];
  /** Exercises to propose, best first; one passed exercise of the module is enough. Empty: none is asked for. */
  readonly proposed: readonly ExerciseFacts[];
}

/** The modules in the order of a path, with what it asks for in each; without a path all of them, whole. */
export function legsOf(modules: readonly ModuleFacts[], path: LearningPath | null): Leg[] {
  if (!path) return modules.map((module) => ({ module, lessons: module.lessons, proposed: module.exercises }));
  return path.steps.flatMap((step): Leg[] => {
    const module = modules.find(({ id }) => id === step.module);
    if (!module) return [];
    const skipped = step.skip?.lessons ?? [];
    const lessons = module.lessons.filter(({ id }) => !skipped.includes(id));
    const proposed = step.exercises?.flatMap((id) => module.exercises.find((exercise) => exercise.id === id) ?? []);
    return [{ module, lessons, proposed: proposed ?? module.exercises }];
  });
}

/** Minutes of one module of a way: reading, quizzes and the exercise proposed first. None while it is in preparation. */
export function legMinutes({ module, lessons, proposed }: Leg): number {
  if (module.lessons.length === 0) return 0;
  const ofLessons = lessons.reduce((sum, { minutes }) => sum + minutes.reading + minutes.quiz, 0);
  return ofLessons + (proposed[0]?.minutes ?? 0);
}

export interface WaySize {
  readonly modules: number;
  readonly inPreparation: number;
  readonly lessons: number;
  readonly exercises: number;
  readonly minutes: number;
}

/** What a whole way asks for: its open modules, lessons, exercises to pass, and minutes. */
export function waySize(legs: readonly Leg[]): WaySize {
  const open = legs.filter(({ module }) => module.lessons.length > 0);
  return {
    modules: legs.length,
    inPreparation: legs.length - open.length,
    lessons: open.reduce((sum, { lessons }) => sum + lessons.length, 0),
    exercises: open.filter(({ proposed }) => proposed.length > 0).length,
    minutes: open.reduce((sum, leg) => sum + legMinutes(leg), 0),
  };
}
