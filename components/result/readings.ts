import type { CriterionGrade } from '@/schemas/grade';

/** Pure readings of a grade: what to fix first, how sure the grader is, what a flag means in words. */

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

const FLAGS: Readonly<Record<string, string>> = {
  mismatch: 'The choices on the board and the text differ. Until they agree, the total stays at 50 % or below.',
  stuffing: 'Stretches of the text list terms without sentences that use them. Terms alone earn nothing here.',
  brief_echo: 'Much of the text repeats the brief. Facts count once they carry a conclusion.',
  off_target: 'Most of the text answers a different question from the one that the brief asks.',
  hostile: 'Part of the text addresses the grader rather than the reader of a decision record. That part was left out.',
  second_opinion: 'A second opinion is two levels away on a criterion, or would answer “passed?” differently.',
  too_short: 'There is too little text to judge most criteria.',
};

/** A flag as a calm sentence; the list is open, so an unknown one is named as it is. */
export function explainFlag(flag: string): string {
  return FLAGS[flag] ?? `The grader noted “${flag.replaceAll('_', ' ')}”.`;
}
