import type { ProofCriterion } from '@/components/result/proof-criterion';
import { feedbackTypeOf } from '@/grader/criteria/feedback';
import type { ReviewView } from '@/schemas/review-desk';

/** The graded criteria as the marked-up text wants them. */
export function toProofCriteria({ grade, criteria }: Pick<ReviewView, 'grade' | 'criteria'>): ProofCriterion[] {
  return grade.criteria.map((line) => {
    const criterion = criteria.find(({ id }) => id === line.id);
    return {
      ...line,
      title: criterion?.title ?? line.id,
      hint: criterion?.hint ?? '',
      type: feedbackTypeOf(line),
      reread: [],
      descriptors: null,
    };
  });
}
