import type { Estimate } from '@/schemas/estimate';
import { NEEDED, noVariety, tooFew } from './estimate';

/** `n` cases with the same two values. */
export interface PairCount {
  readonly x: number;
  readonly y: number;
  readonly n: number;
}

/**
 * Pearson's r over counted pairs, with an interval by Fisher's z: tanh(atanh r ± 1.96 / √(n − 3)) (R. A. Fisher, 1921,
 * Metron 1:3-32). With x 0 or 1 it is the point-biserial correlation, (M1 − M0) / s · √(p q).
 */
export function correlation(pairs: readonly PairCount[], needed: number = NEEDED.correlation): Estimate {
  const n = pairs.reduce((sum, pair) => sum + pair.n, 0);
  if (n < Math.max(4, needed)) return tooFew(n, needed);
  const meanOf = (of: (pair: PairCount) => number) => pairs.reduce((sum, pair) => sum + of(pair) * pair.n, 0) / n;
  const [x, y] = [meanOf((pair) => pair.x), meanOf((pair) => pair.y)];
  const xx = meanOf((pair) => (pair.x - x) ** 2);
  const yy = meanOf((pair) => (pair.y - y) ** 2);
  if (xx < 1e-12 || yy < 1e-12) return noVariety(n, needed);
  const r = Math.min(1, Math.max(-1, meanOf((pair) => (pair.x - x) * (pair.y - y)) / Math.sqrt(xx * yy)));
  const reach = 1.96 / Math.sqrt(n - 3);
  const bounded = Math.min(1 - 1e-9, Math.max(-1 + 1e-9, r));
  return {
    type: 'estimate',
    value: r,
    low: Math.tanh(Math.atanh(bounded) - reach),
    high: Math.tanh(Math.atanh(bounded) + reach),
    n,
  };
}
