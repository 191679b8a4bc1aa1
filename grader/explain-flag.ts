import type { FeedbackType } from '@/schemas/feedback';

interface Flag {
  readonly type: FeedbackType;
  readonly text: string;
}

/** Flags as calm sentences, with what each asks of the learner. */
const FLAGS: Readonly<Record<string, Flag>> = {
  mismatch: {
    type: 'essential',
    text: 'The choices on the board and the text differ. Until they agree, the total stays at 50 % or below.',
  },
  stuffing: {
    type: 'actionable',
    text: 'Stretches of the text list terms without sentences that use them. Terms alone earn nothing here.',
  },
  brief_echo: {
    type: 'actionable',
    text: 'Much of the text repeats the brief. Facts count once they carry a conclusion.',
  },
  off_target: {
    type: 'essential',
    text: 'Most of the text answers a different question from the one that the brief asks.',
  },
  hostile: {
    type: 'informative',
    text: 'Part of the text addresses the grader rather than the reader of a decision record. That part was left out.',
  },
  second_opinion: {
    type: 'informative',
    text: 'A second opinion is two levels away on a criterion, or would answer “passed?” differently.',
  },
  too_short: { type: 'actionable', text: 'There is too little text to judge most criteria.' },
};

/** A flag in words; the list is open, so an unknown one is named as it is. */
export function explainFlag(flag: string): Flag {
  return FLAGS[flag] ?? { type: 'informative', text: `The grader noted “${flag.replaceAll('_', ' ')}”.` };
}
