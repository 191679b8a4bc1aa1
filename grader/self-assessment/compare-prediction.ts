import type { CriterionGrade } from '@/schemas/grade';
import type { PredictedCriterion, Prediction } from '@/schemas/prediction';
import type { Level } from '@/schemas/rubric';

const RANK: Readonly<Record<Level, number>> = { none: 0, half: 1, full: 2 };

/** One criterion as predicted and as graded. `off` is graded minus predicted in levels, from -2 to 2; 0 is a hit. */
export interface ComparedCriterion {
  readonly id: PredictedCriterion['id'];
  readonly predicted: Level;
  readonly certainty: PredictedCriterion['certainty'];
  readonly graded: Level;
  readonly off: number;
}

type Graded = Pick<CriterionGrade, 'id' | 'level' | 'judged'>;

/**
 * A prediction beside its grade, in the order of the grade. Criteria that the grader could not judge, or that are only on
 * one of the two sides, are left out: nothing can be said about them.
 */
export function comparePrediction(prediction: Prediction, criteria: readonly Graded[]): ComparedCriterion[] {
  return criteria.flatMap(({ id, level, judged }) => {
    const found = prediction.find((one) => one.id === id);
    if (!found || judged === false) return [];
    return [
      { id, predicted: found.level, certainty: found.certainty, graded: level, off: RANK[level] - RANK[found.level] },
    ];
  });
}
