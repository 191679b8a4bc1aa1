import type { CriterionGrade } from '@/schemas/grade';
import type { GradedExercise } from '../grade-hand-in';
import type { ReadText } from '../text/read-text';

/** Judges every criterion of the rubric, in its order. */
export function judgeCriteria({ rubric }: Pick<GradedExercise, 'rubric'>, _read: ReadText): CriterionGrade[] {
  return rubric.criteria.map((criterion) => ({
    id: criterion.id,
    points: 0,
    max: criterion.points,
    level: 'none',
    confidence: 0,
    judged: false,
    evidence: [],
    feedback: 'This part could not be judged automatically; a person has to read it.',
  }));
}
