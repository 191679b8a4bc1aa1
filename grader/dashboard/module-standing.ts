import { isExercisePassed, isQuizMastered } from '../passing';

/** What the views of a cohort need to know of a module. */
export interface DeskModule {
  readonly id: string;
  readonly lessons: readonly { readonly id: string; readonly items: number; readonly masteryScore: number }[];
  readonly exercises: readonly string[];
}

/** What one person did, by the ids of lessons and exercises. */
export interface PersonFacts {
  readonly read: ReadonlySet<string>;
  readonly answers: ReadonlyMap<string, { readonly right: number; readonly answered: number }>;
  readonly exercises: ReadonlyMap<string, { readonly handIns: number; readonly best: number | null }>;
}

/** One person in one module. `steps`: lessons to read, quizzes to master and, where there are exercises, one to pass. */
export interface ModuleStanding {
  readonly moduleId: string;
  readonly steps: number;
  readonly done: number;
  readonly lessonsRead: number;
  readonly quizzesMastered: number;
  readonly right: number;
  readonly answered: number;
  readonly handIns: number;
  readonly best: number | null;
  readonly isPassed: boolean;
  readonly isBegun: boolean;
}

/** How far one person is in one module, by the same rules of passing as everywhere (grader/progress.ts). */
export function moduleStanding(module: DeskModule, facts: PersonFacts, passMark: number): ModuleStanding {
  let [lessonsRead, quizzesMastered, right, answered] = [0, 0, 0, 0];
  for (const { id, items, masteryScore } of module.lessons) {
    if (facts.read.has(id)) lessonsRead += 1;
    const own = facts.answers.get(id);
    right += own?.right ?? 0;
    answered += own?.answered ?? 0;
    if (items > 0 && isQuizMastered(own?.right ?? 0, items, masteryScore)) quizzesMastered += 1;
  }
  let [handIns, best]: [number, number | null] = [0, null];
  for (const id of module.exercises) {
    const own = facts.exercises.get(id);
    handIns += own?.handIns ?? 0;
    if (own && own.best !== null && own.best > (best ?? -1)) best = own.best;
  }
  const isPassed = isExercisePassed(best, { exerciseOverall: passMark });
  const quizzes = module.lessons.filter(({ items }) => items > 0).length;
  return {
    moduleId: module.id,
    steps: module.lessons.length + quizzes + (module.exercises.length > 0 ? 1 : 0),
    done: lessonsRead + quizzesMastered + (isPassed ? 1 : 0),
    lessonsRead,
    quizzesMastered,
    right,
    answered,
    handIns,
    best,
    isPassed,
    isBegun: lessonsRead + answered + handIns > 0,
  };
}

/** Whether nothing is left to do in a module. A module in preparation is never complete. */
export const isModuleComplete = ({ steps, done }: Pick<ModuleStanding, 'steps' | 'done'>): boolean =>
  steps > 0 && done >= steps;
