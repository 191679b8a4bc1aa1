import type { Strength } from '@/schemas/progress';

/** A lesson with what it promises, and the items that measure it. */
export interface MeasuredLesson {
  readonly id: string;
  readonly objectives: readonly { readonly id: string; readonly text: string }[];
  readonly items: readonly { readonly id: string; readonly objectives: readonly string[] }[];
}

/** Fewer answers say nothing about an objective: one slip would turn the picture. */
export const LEAST_ANSWERS = 3;

/**
 * How each objective stands that somebody has answered anything about: of its items' latest answers, how many were
 * right. `latest` says for each item ever answered whether its latest answer was right; an item taken out of the course
 * counts no more, and one that measures two objectives counts for both. Weakest share first among those that can be
 * judged, then those with too few answers; equals stand in the order of the course.
 */
export function strengthsOf(
  lessons: readonly MeasuredLesson[],
  latest: Readonly<Record<string, boolean>>,
): readonly Strength[] {
  const all = lessons.flatMap((lesson) =>
    lesson.objectives.flatMap(({ id, text }): Strength[] => {
      const items = lesson.items.filter((item) => item.objectives.includes(id));
      const answers = items.map((item) => latest[item.id]).filter((answer) => answer !== undefined);
      const n = answers.length;
      if (n === 0) return [];
      const base = { lessonId: lesson.id, objectiveId: id, text, n };
      if (n < LEAST_ANSWERS) return [{ ...base, status: 'too-few' }];
      return [{ ...base, status: 'judged', right: answers.filter(Boolean).length }];
    }),
  );
  const share = (strength: Strength) => (strength.status === 'judged' ? strength.right / strength.n : 2);
  return all
    .map((strength, place) => ({ strength, place }))
    .sort((one, other) => share(one.strength) - share(other.strength) || one.place - other.place)
    .map(({ strength }) => strength);
}
