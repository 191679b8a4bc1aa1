import type { Estimate } from '@/schemas/estimate';
import { NEEDED, tooFew } from '../statistics/estimate';
import { alphaOf } from '../statistics/reliability';

/** Of attempts over the same items: how many got each number of items right. */
export interface TotalCount {
  readonly right: number;
  readonly n: number;
}

/**
 * KR-20 of one quiz. `rightByItem` holds for each item how many of the same attempts were right. Only attempts over
 * exactly the items of the quiz can be put together.
 */
export function quizReliability(rightByItem: readonly number[], totals: readonly TotalCount[]): Estimate {
  const n = totals.reduce((sum, count) => sum + count.n, 0);
  if (n === 0) return tooFew(0, NEEDED.reliability);
  const mean = totals.reduce((sum, { right, n: times }) => sum + right * times, 0) / n;
  const variance = totals.reduce((sum, { right, n: times }) => sum + (right - mean) ** 2 * times, 0) / n;
  return alphaOf(
    rightByItem.map((right) => (right / n) * (1 - right / n)),
    variance,
    n,
  );
}
