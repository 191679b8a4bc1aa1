import type { Case } from '@/schemas/case';
import type { Course } from '@/schemas/course';
import type { Lesson } from '@/schemas/lesson';

interface LessonOfCase extends Pick<Lesson, 'id' | 'title' | 'reviewedOn'> {
  /** Whether the case's card stands in the lesson, to be linked to. */
  readonly showsCard: boolean;
}

/** What stands around a case: the lessons that lean on it, and its neighbours in the library. */
export interface CaseContext {
  readonly lessons: readonly LessonOfCase[];
  readonly previous: Case | null;
  readonly next: Case | null;
}

/** Lessons in reading order, neighbours in the order of the library. */
export function selectCaseContext({ lessons, cases }: Course, { id }: Case): CaseContext {
  const index = cases.findIndex((entry) => entry.id === id);
  return {
    lessons: lessons.flatMap(({ lesson, mdx }) => {
      const showsCard = new RegExp(`<Case\\s+id="${id}"`).test(mdx);
      if (!showsCard && !lesson.cases.includes(id)) return [];
      return [{ id: lesson.id, title: lesson.title, reviewedOn: lesson.reviewedOn, showsCard }];
    }),
    previous: cases[index - 1] ?? null,
    next: cases[index + 1] ?? null,
  };
}
