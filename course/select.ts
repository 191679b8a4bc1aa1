import type { Case } from '@/schemas/case';
import type { Claim } from '@/schemas/claim';
import type { Course, Exercise, LoadedLesson } from '@/schemas/course';
import type { Item } from '@/schemas/item';
import type { LearningPath } from '@/schemas/learning-path';
import type { Module } from '@/schemas/lesson';
import type { Misconception } from '@/schemas/misconception';
import type { Term } from '@/schemas/term';

/** Ids arrive here as text from addresses and files: an unknown one is null (`selectOptionalX`) or a bug (`selectX`). */
function required<Value>(value: Value | null, noun: string, id: string): Value {
  if (value === null) throw new Error(`the course has no ${noun} ${id}`);
  return value;
}

export function selectOptionalLesson(course: Course, id: string): LoadedLesson | null {
  return course.lessons.find(({ lesson }) => lesson.id === id) ?? null;
}

export function selectLesson(course: Course, id: string): LoadedLesson {
  return required(selectOptionalLesson(course, id), 'lesson', id);
}

export function selectOptionalExercise(course: Course, id: string): Exercise | null {
  return course.exercises.find(({ scenario }) => scenario.id === id) ?? null;
}

export function selectExercise(course: Course, id: string): Exercise {
  return required(selectOptionalExercise(course, id), 'exercise', id);
}

export function selectOptionalClaim(course: Course, id: string): Claim | null {
  return course.claims.find((claim) => claim.id === id) ?? null;
}

export function selectClaim(course: Course, id: string): Claim {
  return required(selectOptionalClaim(course, id), 'claim', id);
}

export function selectOptionalCase(course: Course, id: string): Case | null {
  return course.cases.find((entry) => entry.id === id) ?? null;
}

export function selectCase(course: Course, id: string): Case {
  return required(selectOptionalCase(course, id), 'case', id);
}

export function selectOptionalMisconception(course: Course, id: string): Misconception | null {
  return course.misconceptions.find((entry) => entry.id === id) ?? null;
}

export function selectOptionalTerm(course: Course, id: string): Term | null {
  return course.glossary.find((term) => term.id === id) ?? null;
}

export function selectTerm(course: Course, id: string): Term {
  return required(selectOptionalTerm(course, id), 'term', id);
}

/** The first lesson, in reading order, whose text uses a term. */
export function selectFirstUse(course: Course, termId: string): LoadedLesson | null {
  return course.lessons.find(({ terms }) => terms.some((id) => id === termId)) ?? null;
}

export function selectOptionalModule(course: Course, id: string): Module | null {
  return course.outline.modules.find((module) => module.id === id) ?? null;
}

export function selectModule(course: Course, id: string): Module {
  return required(selectOptionalModule(course, id), 'module', id);
}

/** The module that lists a scenario, or null for one that no module uses yet. */
export function selectModuleOfExercise(course: Course, scenarioId: string): Module | null {
  return course.outline.modules.find((module) => module.exercises.some((id) => id === scenarioId)) ?? null;
}

/** A module's lessons in reading order; empty while it is in preparation. */
export function selectLessonsOf(course: Course, module: Module): readonly LoadedLesson[] {
  return course.lessons.filter((loaded) => loaded.module.id === module.id);
}

export function selectOptionalItem(course: Course, lessonId: string, itemId: string): Item | null {
  return selectOptionalLesson(course, lessonId)?.quiz.items.find((item) => item.id === itemId) ?? null;
}

export function selectOptionalPath(course: Course, id: string): LearningPath | null {
  return course.paths.find((path) => path.id === id) ?? null;
}

/** An item that the placement asks, with its module. */
export interface PlacedItem {
  readonly module: Module;
  readonly item: Item;
}

/** The placement's items in its order. An entry whose module has no lessons yet waits, and is left out. */
export function selectPlacedItems(course: Course): readonly PlacedItem[] {
  return (course.placement?.items ?? []).flatMap((entry) => {
    const module = selectOptionalModule(course, entry.module);
    const lessons = module ? selectLessonsOf(course, module) : [];
    const item = lessons.flatMap(({ quiz }): readonly Item[] => quiz.items).find(({ id }) => id === entry.item);
    return module && item ? [{ module, item }] : [];
  });
}
