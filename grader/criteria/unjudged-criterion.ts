import type { CriterionGrade } from '@/schemas/grade';
import type { Criterion } from '@/schemas/rubric';
import { feedbackOf } from './feedback';

/** A criterion that nothing could be said about: no points, no confidence, and a sentence that a person has to read it. */
export function unjudgedCriterion(criterion: Criterion): CriterionGrade {
  const { id, points: max } = criterion;
  return { id, max, points: 0, level: 'none', confidence: 0, judged: false, evidence: [], ...feedbackOf('unjudged') };
}
