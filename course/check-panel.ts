import type { Exercise } from '@/schemas/course';
import { findDuplicates } from './find-duplicates';
import type { Problem } from './problem';

/** panel.yaml gives each criterion of its rubric to one reviewer, so that every point has a voice and none has two. */
export function checkPanel({ scenario, rubric, panel }: Exercise): Problem[] {
  if (!panel) return [];
  const file = `exercises/${scenario.id}/panel.yaml`;
  const criteria = rubric.criteria.map(({ id }) => id);
  const owned = panel.reviewers.flatMap((reviewer, index) =>
    reviewer.criteria.map((id, at) => ({ id, file, path: `reviewers[${index}].criteria[${at}]` })),
  );
  const ofExercise: Problem[] =
    panel.scenario === scenario.id
      ? []
      : [{ file, path: 'scenario', message: `is ${panel.scenario}, expected ${scenario.id} as its folder` }];
  return [
    ...ofExercise,
    ...owned
      .filter(({ id }) => !criteria.includes(id))
      .map(({ path, id }) => ({ file, path, message: `is ${id}, expected one of ${criteria.join(', ')}` })),
    ...criteria
      .filter((id) => !owned.some((entry) => entry.id === id))
      .map((id) => ({ file, path: 'reviewers', message: `leave out ${id}, expected one reviewer for each criterion` })),
    ...findDuplicates('criterion', owned),
    ...findDuplicates(
      'reviewer',
      panel.reviewers.map(({ id }, index) => ({ id, file, path: `reviewers[${index}].id` })),
    ),
  ];
}
