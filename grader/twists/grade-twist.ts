import type { TwistGrade } from '@/schemas/twist-grade';
import { calibrationId } from '../criteria/calibration-id';
import { SHIPPED_MODEL } from '../criteria/criterion-model';
import { judgeNote } from './judge-note';
import { judgeParts } from './judge-parts';
import { prepareTwist } from './prepare-twist';
import { twistShare } from './twist-share';
import { selectTwist, TWIST_GRADER_VERSION, type TwistRound } from './twist-source';

/**
 * Grades what changed between a hand-in and its revision: which parts moved, which stayed, and whether the note gives the
 * changed fact as its reason. Pure: the same round gives the same grade.
 */
export function gradeTwist({ source, rulesHash, before, answer }: TwistRound): TwistGrade {
  const { rules } = selectTwist(source);
  const judged = judgeParts(source.scenario, rules, before, answer);
  const { note, needsReview } = judgeNote(prepareTwist(source), answer.note);
  return {
    twist: rules.id,
    ...judged,
    note,
    overall: twistShare({ moves: judged.moves, stays: judged.stays, level: note.level }),
    needsReview,
    receipt: {
      grader: TWIST_GRADER_VERSION,
      rubric: rulesHash,
      calibration: calibrationId(SHIPPED_MODEL),
      engine: 'local',
    },
  };
}
