import type { CriterionGrade } from '@/schemas/grade';
import type { Vote } from '@/schemas/panel';

type Weighed = Pick<CriterionGrade, 'level' | 'judged' | 'points' | 'max'>;

/**
 * The vote of one reviewer on the criteria that are theirs:
 * approve where each is met in full; not yet where they earned less than half of their points; else approve with
 * conditions, one for each criterion that is not met in full.
 * A criterion that the grader could not judge is left out; with none left there is no vote (null).
 */
export function voteOf(criteria: readonly Weighed[]): Vote | null {
  const judged = criteria.filter((criterion) => criterion.judged !== false);
  if (judged.length === 0) return null;
  if (judged.every(({ level }) => level === 'full')) return 'approve';
  const possible = judged.reduce((sum, { max }) => sum + max, 0);
  const earned = judged.reduce((sum, { points }) => sum + points, 0);
  return earned * 2 < possible ? 'not-yet' : 'approve-with-conditions';
}
