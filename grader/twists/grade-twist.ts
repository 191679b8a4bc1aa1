import type { HandIn } from '@/schemas/scenario';
import type { TwistAnswer, TwistGrade } from '@/schemas/twist-grade';
import { calibrationId } from '../criteria/calibration-id';
import { SHIPPED_MODEL } from '../criteria/criterion-model';
import { judgeNote } from './judge-note';
import { judgeParts } from './judge-parts';
import { prepareTwist, selectTwist, type TwistSource } from './prepare-twist';
import { twistShare } from './twist-share';

/** Rises with every change that may alter the grade of a round; part of each receipt. */
export const TWIST_GRADER_VERSION = 'twists-1.0.0';

/** What a round is graded from. */
export interface TwistRound {
  readonly source: TwistSource;
  /** Content hash of the change and its rules. */
  readonly rulesHash: string;
  /** Picks before the fact changed: those of the hand-in that the round starts from. */
  readonly before: Pick<HandIn, 'choices' | 'boundary'>;
  readonly answer: TwistAnswer;
}

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
