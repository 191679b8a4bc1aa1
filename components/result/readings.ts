import type { CriterionGrade } from '@/schemas/grade';

/** Pure readings of a grade: what to fix first, how sure the grader is. */

type Judged = Pick<CriterionGrade, 'id' | 'points' | 'max' | 'confidence' | 'judged'>;

/** The criteria with the most points to gain; where two gain alike, the earlier one. At most `count`, none without gain. */
export function fixFirst<Criterion extends Judged>(criteria: readonly Criterion[], count = 2): Criterion[] {
  return criteria
    .filter((criterion) => criterion.max > criterion.points)
    .toSorted((one, other) => other.max - other.points - (one.max - one.points))
    .slice(0, count);
}

/** Confidence in words. The figure beside it is the probability that a careful marker gives the same level. */
export function confidenceWord(confidence: number): string {
  if (confidence >= 0.85) return 'sure';
  if (confidence >= 0.7) return 'fairly sure';
  if (confidence >= 0.55) return 'unsure';
  return 'close to a guess';
}

/** 0.834 → "83 %". */
export const percent = (share: number) => `${Math.round(share * 100)} %`;

/** 14.5 → "14.5", 15 → "15". */
export const points = (value: number) => String(Math.round(value * 10) / 10);

/** On how many of the criteria a careful marker would be expected to agree: the sum of the confidences, rounded. */
export function expectedAgreement(criteria: readonly Judged[]): { same: number; total: number } {
  const judged = criteria.filter((criterion) => criterion.judged !== false);
  return { same: Math.round(judged.reduce((sum, criterion) => sum + criterion.confidence, 0)), total: criteria.length };
}
