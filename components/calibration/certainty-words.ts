import { SAID_SHARE } from '@/grader/self-assessment/brier-score';
import type { CertaintyRow } from '@/grader/self-assessment/certainty-table';
import type { Confidence } from '@/schemas/item';

export const SAID: Readonly<Record<Confidence, string>> = {
  sure: 'sure',
  'think-so': 'think so',
  guess: 'guess',
};

/** 0.9 → "90 %". */
export const share = (value: number) => `${Math.round(value * 100)} %`;

const times = (count: number) => (count === 1 ? 'once' : `${count} times`);

/** "When you said sure, you were right 7 times of 9." */
export function countWords({ certainty, right, n }: CertaintyRow): string {
  if (n === 0) return `You have not said “${SAID[certainty]}” yet.`;
  return `When you said “${SAID[certainty]}”, you were right ${times(right)} of ${n}.`;
}

/** What that means, or that it is too early to mean anything. */
export function readingWords({ certainty, reading, n }: CertaintyRow): string {
  const said = share(SAID_SHARE[certainty]);
  switch (reading) {
    case 'early':
      return n === 0 ? '' : 'Too early to read anything into it: below ten, chance decides.';
    case 'fits':
      return `The word stands for ${said}, and that fits as far as one can tell.`;
    case 'less':
      return `The word stands for ${said}: you are right less often than you say.`;
    case 'more':
      return `The word stands for ${said}: you are right more often than you say.`;
    default:
      return reading satisfies never;
  }
}
