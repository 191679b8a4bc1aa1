import { weightedKappa } from './weighted-kappa';

/** A kappa with its 95 % interval; null where it is undefined. */
export interface KappaInterval {
  readonly kappa: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Levels of one answer: given and reference, per criterion. */
type Pairs = readonly (readonly [number, number])[];

/**
 * Quadratic weighted kappa with an interval by the jackknife over answers (Efron 1982, The Jackknife, the Bootstrap and
 * Other Resampling Plans): criteria of one answer are not independent, so whole answers are left out.
 */
export function kappaInterval(answers: readonly Pairs[], levels: number): KappaInterval {
  const kappa = weightedKappa(answers.flat(), levels);
  const n = answers.length;
  const without = answers.map((_, left) => weightedKappa(answers.filter((__, at) => at !== left).flat(), levels) ?? 0);
  if (kappa === null || n < 2) return { kappa, low: null, high: null };
  const mean = without.reduce((sum, value) => sum + value, 0) / n;
  const error = Math.sqrt(((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return { kappa, low: Math.max(-1, kappa - 1.96 * error), high: Math.min(1, kappa + 1.96 * error) };
}
