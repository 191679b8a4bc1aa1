import type { Aspect, RebuttalGrade } from '@/schemas/rebuttal';
import { judgeReply } from './judge-reply';
import { prepareCase } from './prepare-case';
import { REBUTTAL_GRADER_VERSION, type RebuttalJob } from './rebuttal-source';

const WORTH = { full: 1, half: 0.5, none: 0 } as const;
export const ASPECTS: readonly Aspect[] = ['point', 'reason', 'condition'];

/** Mean of the three aspects: all 1, half 0.5. */
export function engagementShare(aspects: RebuttalGrade['aspects']): number {
  return ASPECTS.reduce((sum, aspect) => sum + WORTH[aspects[aspect].level], 0) / ASPECTS.length;
}

/**
 * Grades how far a reply engages with the other side, not whether it is right. Pure: the same reply gives the same grade.
 */
export function gradeRebuttal({ source, caseHash, reply }: RebuttalJob): RebuttalGrade {
  const judged = judgeReply(prepareCase(source), reply);
  return {
    case: source.contrary.id,
    ...judged,
    overall: engagementShare(judged.aspects),
    receipt: { grader: REBUTTAL_GRADER_VERSION, rubric: caseHash, engine: 'local' },
  };
}
