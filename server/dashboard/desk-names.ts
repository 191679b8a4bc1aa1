import 'server-only';
import type { Course } from '@/schemas/course';
import type { DeskPerson } from '@/schemas/dashboard-view';

interface Names {
  readonly exercises: Readonly<Record<string, string>>;
  readonly items: Readonly<Record<string, { readonly stem: string; readonly lesson: string }>>;
}

/** Titles for what the reasons of these people name, and for nothing else. */
export function selectDeskNames(course: Course, people: readonly DeskPerson[]): Names {
  const reasons = people.flatMap((person) => person.reasons);
  const scenarioIds = new Set(reasons.flatMap((reason) => ('scenarioId' in reason ? [reason.scenarioId] : [])));
  const itemIds = new Set(reasons.flatMap((reason) => ('itemId' in reason ? [reason.itemId] : [])));
  const exercises = course.exercises.filter(({ scenario }) => scenarioIds.has(scenario.id));
  const items = course.lessons.flatMap(({ lesson, quiz }) =>
    quiz.items.filter(({ id }) => itemIds.has(id)).map(({ id, stem }) => [id, { stem, lesson: lesson.title }] as const),
  );
  return {
    exercises: Object.fromEntries(exercises.map(({ scenario }) => [scenario.id, scenario.title])),
    items: Object.fromEntries(items),
  };
}
