import type { Estimate } from '@/schemas/estimate';
import { NEEDED, noVariety, tooFew } from './estimate';

/** Population variance, as in the sources below. */
export function variance(values: readonly number[]): number {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, n);
}

/**
 * Cronbach's alpha, k / (k − 1) · (1 − Σ item variances / variance of totals), for `n` people who answered the same k
 * parts (L. J. Cronbach, Psychometrika 16, 1951, 297-334). Of right and wrong answers the variances are p·q, and it is
 * KR-20 (G. F. Kuder, M. W. Richardson, Psychometrika 2, 1937, 151-160).
 */
export function alphaOf(
  partVariances: readonly number[],
  totalVariance: number,
  n: number,
  needed: number = NEEDED.reliability,
): Estimate {
  const k = partVariances.length;
  if (n < needed) return tooFew(n, needed);
  if (k < 2 || totalVariance < 1e-12) return noVariety(n, needed);
  const sum = partVariances.reduce((left, right) => left + right, 0);
  return { type: 'estimate', value: (k / (k - 1)) * (1 - sum / totalVariance), low: null, high: null, n };
}
