import type { ExerciseProgress, LessonProgress, ModuleProgress } from '@/schemas/progress';

/** A module with where one learner stands in it. */
export interface ModuleEntry {
  readonly id: string;
  readonly title: string;
  readonly aim: string;
  /** For all its lessons and quizzes and one of its exercises. */
  readonly minutes: number;
  /** The path that somebody follows does not ask for it; it is as open as the others. */
  readonly isOffPath: boolean;
  readonly progress: ModuleProgress;
  readonly lessons: readonly {
    readonly title: string;
    readonly minutes: { readonly reading: number; readonly quiz: number };
    readonly progress: LessonProgress;
  }[];
  readonly exercises: readonly {
    readonly title: string;
    readonly minutes: number;
    readonly progress: ExerciseProgress;
  }[];
}

/** Where a module stands in the list. */
export const moduleAnchor = (index: number) => `module-${index + 1}`;
