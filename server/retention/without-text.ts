import 'server-only';
import type { Evidence, Grade } from '@/schemas/grade';
import type { HandIn } from '@/schemas/scenario';

/** Stands where a text was. Every quote of it becomes this, so that a grade still points into the text that it is about. */
export const REMOVED = '…';
const QUOTE: Evidence = { start: 0, end: REMOVED.length, quote: REMOVED };

export const handInWithoutText = (handIn: HandIn): HandIn => ({ ...handIn, explanation: REMOVED });

/**
 * The same grade without a word of the text: levels, points, flags and receipt stay, quotes and feedback go, because
 * feedback may repeat what was written. It reproduces no more, as nothing can be graded that is gone.
 */
export function gradeWithoutText({ comments: _, arithmetic: __, misconceptionEvidence, ...grade }: Grade): Grade {
  return {
    ...grade,
    criteria: grade.criteria.map((criterion) => ({
      ...criterion,
      feedback: '',
      evidence: criterion.evidence.length > 0 ? [QUOTE] : [],
    })),
    contradictions: grade.contradictions.map((one) => ({ ...one, evidence: QUOTE })),
    ...(grade.boundaryContradiction && {
      boundaryContradiction: { ...grade.boundaryContradiction, evidence: QUOTE },
    }),
    ...(misconceptionEvidence && {
      misconceptionEvidence: misconceptionEvidence.map(({ id }) => ({ id, evidence: QUOTE })),
    }),
  };
}
