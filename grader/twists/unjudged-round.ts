import type { TwistGrade } from '@/schemas/twist-grade';
import { judgeParts } from './judge-parts';
import { twistShare } from './twist-share';
import { selectTwist, TWIST_GRADER_VERSION, type TwistRound } from './twist-source';

/** The grade of a round whose note could not be read: its moves are judged, and a person is asked for the rest. */
export function unjudgedRound({ source, rulesHash, before, answer }: TwistRound): TwistGrade {
  const { rules } = selectTwist(source);
  const judged = judgeParts(source.scenario, rules, before, answer);
  return {
    twist: rules.id,
    ...judged,
    note: { level: 'none', finding: 'unjudged', evidence: [] },
    overall: twistShare({ moves: judged.moves, stays: judged.stays, level: 'none' }),
    needsReview: true,
    receipt: { grader: TWIST_GRADER_VERSION, rubric: rulesHash, engine: 'local' },
  };
}
