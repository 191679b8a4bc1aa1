import type { Course, Exercise, LoadedLesson } from '@/schemas/course';
import type { Objective } from '@/schemas/lesson';
import { selectLessonsOf, selectOptionalExercise } from './select';

/** One module as the page about the course lists it. Nothing of a quiz or a rubric is in it. */
export interface ModuleOutline {
  readonly id: string;
  readonly title: string;
  readonly aim: string;
  /** Lessons, quizzes and every exercise. */
  readonly minutes: number;
  readonly lessons: number;
  readonly exercises: readonly { readonly id: string; readonly title: string }[];
  readonly objectives: readonly Objective[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const lessonMinutes = ({ minutes }: LoadedLesson) => minutes.reading + minutes.quiz;

/** What each open module asks for and teaches, in order. */
export function outlineModules(course: Course): ModuleOutline[] {
  return course.outline.modules.flatMap((module) => {
    const lessons = selectLessonsOf(course, module);
    if (lessons.length === 0) return [];
    const exercises: Exercise[] = module.exercises.flatMap((id) => selectOptionalExercise(course, id) ?? []);
    return {
      id: module.id,
      title: module.title,
      aim: module.aim,
      minutes: sum(lessons.map(lessonMinutes)) + sum(exercises.map(({ minutes }) => minutes)),
      lessons: lessons.length,
      exercises: exercises.map(({ scenario: { id, title } }) => ({ id, title })),
      objectives: lessons.flatMap(({ lesson }) => lesson.objectives),
    };
  });
}

/** A week of a plan: which modules, with the minutes of their lessons, quizzes and first exercises. */
export interface PlannedWeek {
  readonly moduleIds: readonly string[];
  readonly titles: readonly string[];
  readonly exerciseIds: readonly string[];
  readonly minutes: number;
}

/**
 * Spreads the modules, in order, over so many weeks: a week ends with the module at which its share of all minutes is
 * nearest. One exercise a module is asked for, the first; the others are there for whoever wants more.
 */
export function planWeeks(course: Course, weeks: number): PlannedWeek[] {
  const modules = course.outline.modules.flatMap((module) => {
    const lessons = selectLessonsOf(course, module);
    const exercise = module.exercises.flatMap((id) => selectOptionalExercise(course, id) ?? [])[0];
    if (lessons.length === 0) return [];
    const minutes = sum(lessons.map(lessonMinutes)) + (exercise?.minutes ?? 0);
    return { id: module.id, title: module.title, exerciseId: exercise?.scenario.id ?? null, minutes };
  });
  const total = sum(modules.map(({ minutes }) => minutes));
  const plan: (typeof modules)[] = Array.from({ length: weeks }, () => []);
  let before = 0;
  for (const module of modules) {
    const middle = (before + module.minutes / 2) / total;
    plan[Math.min(weeks - 1, Math.floor(middle * weeks))]?.push(module);
    before += module.minutes;
  }
  return plan
    .filter((week) => week.length > 0)
    .map((week) => ({
      moduleIds: week.map(({ id }) => id),
      titles: week.map(({ title }) => title),
      exerciseIds: week.flatMap(({ exerciseId }) => exerciseId ?? []),
      minutes: sum(week.map(({ minutes }) => minutes)),
    }));
}
