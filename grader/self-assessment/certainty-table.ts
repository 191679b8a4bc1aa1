import { type Confidence, ConfidenceSchema } from '@/schemas/item';
import { wilsonInterval } from '../statistics/wilson-interval';
import { SAID_SHARE } from './brier-score';

/** Below this many answers a share says little: 9 of 10 and 6 of 10 are a coin's throw apart. */
export const FEWEST_TO_TELL = 10;

/** How a share compares with what a word says: nothing to tell yet, within chance of it, or clearly less or more often. */
export type Reading = 'early' | 'fits' | 'less' | 'more';

/** How often somebody was right when they said a word. `share` is null where they never said it. */
export interface CertaintyRow {
  readonly certainty: Confidence;
  readonly right: number;
  readonly n: number;
  readonly share: number | null;
  readonly reading: Reading;
}

/** One row for each word, surest first. */
export function certaintyTable(
  answers: readonly { readonly certainty: Confidence; readonly isRight: boolean }[],
): CertaintyRow[] {
  return ConfidenceSchema.options.map((certainty) => {
    const said = answers.filter((answer) => answer.certainty === certainty);
    const right = said.filter(({ isRight }) => isRight).length;
    const n = said.length;
    return {
      certainty,
      right,
      n,
      share: n === 0 ? null : right / n,
      reading: readingOf(right, n, SAID_SHARE[certainty]),
    };
  });
}

/** A word is called too strong or too weak only where what it says lies outside the 95 % interval of what happened. */
function readingOf(right: number, n: number, said: number): Reading {
  if (n < FEWEST_TO_TELL) return 'early';
  const [low, high] = wilsonInterval(right, n);
  if (said > high) return 'less';
  return said < low ? 'more' : 'fits';
}
