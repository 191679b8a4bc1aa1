import type { Exercise } from '@/schemas/course';
import { findDuplicates } from './find-duplicates';
import type { KnownIds } from './known-ids';
import type { Problem } from './problem';

/** What a kind of reading is looked up in, for the message. */
const HOMES = {
  claims: 'an id of library/claims.yaml',
  cases: 'an id of library/cases.yaml',
  lessons: 'the id of a lesson that exists; for one still to be written, name its claims',
} as const;

/** reread.yaml names criteria of its rubric, each once, and only claims, cases and lessons that exist. */
export function checkReread({ scenario, rubric, reread }: Exercise, known: KnownIds): Problem[] {
  if (!reread) return [];
  const file = `exercises/${scenario.id}/reread.yaml`;
  const criteria = rubric.criteria.map(({ id }) => id);
  const ofExercise: Problem[] =
    reread.scenario === scenario.id
      ? []
      : [{ file, path: 'scenario', message: `is ${reread.scenario}, expected ${scenario.id} as its folder` }];
  const ofCriteria = reread.criteria.flatMap((entry, index): Problem[] => {
    const path = `criteria[${index}]`;
    const unknown = (['claims', 'cases', 'lessons'] as const).flatMap((kind) => {
      const named: readonly string[] = entry[kind];
      return named.flatMap((id, at) =>
        known[kind].has(id)
          ? []
          : [{ file, path: `${path}.${kind}[${at}]`, message: `names ${id}, expected ${HOMES[kind]}` }],
      );
    });
    return criteria.includes(entry.id)
      ? unknown
      : [{ file, path: `${path}.id`, message: `is ${entry.id}, expected one of ${criteria.join(', ')}` }, ...unknown];
  });
  const placed = reread.criteria.map(({ id }, index) => ({ id, file, path: `criteria[${index}].id` }));
  return [...ofExercise, ...ofCriteria, ...findDuplicates('criterion', placed)];
}
