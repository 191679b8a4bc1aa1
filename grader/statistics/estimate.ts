import type { Estimate } from '@/schemas/estimate';
import { wilsonInterval } from './wilson-interval';

/**
 * From how many cases on a figure is given at all; below, it is "too few" and no number is shown. Conventions of this
 * project, after the usual advice for classroom tests: a share needs 10, a correlation 30, a curve 10 in each fifth.
 */
export const NEEDED = { share: 10, correlation: 30, curve: 50, reliability: 30, agreement: 10, time: 10 } as const;

export const tooFew = (n: number, needed: number): Estimate => ({ type: 'undefined', reason: 'too-few', n, needed });
export const noVariety = (n: number, needed: number): Estimate => ({
  type: 'undefined',
  reason: 'no-variety',
  n,
  needed,
});

/** A share with Wilson's interval. */
export function shareEstimate(hits: number, n: number, needed: number = NEEDED.share): Estimate {
  if (n < needed) return tooFew(n, needed);
  const [low, high] = wilsonInterval(hits, n);
  return { type: 'estimate', value: hits / n, low, high, n };
}

/** The value where there is one. */
export const figureOf = (estimate: Estimate): number | null => (estimate.type === 'estimate' ? estimate.value : null);
