import { countPairs, quadraticAgreement } from './kappa-of-counts';
import { weightedKappa } from './weighted-kappa';

/** A kappa with its 95 % interval; null where it is undefined. */
export interface KappaInterval {
  readonly kappa: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Levels of one answer: given and reference, per criterion. */
type Pairs = readonly (readonly [number, number])[];

/** Kappa of a table of counts; 0 where it is undefined, so that an answer left out can always be compared. */
function kappaOf(counts: readonly (readonly number[])[]): number {
  const levels = counts.length;
  const agreement = quadraticAgreement(levels);
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = rows.map((_, at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const n = rows.reduce((sum, count) => sum + count, 0);
  let [observed, expected] = [0, 0];
  for (const [one, row] of counts.entries())
    for (const [other, count] of row.entries()) {
      const distance = 1 - agreement(one, other);
      observed += distance * count;
      expected += (distance * (rows[one] ?? 0) * (columns[other] ?? 0)) / n;
    }
  return n === 0 || expected === 0 ? 0 : 1 - observed / expected;
}

/** Kappa without each answer in turn: the table of all, less the counts of the one. */
function withoutEach(answers: readonly Pairs[], levels: number): number[] {
  const counts = countPairs(answers.flat(), levels);
  return answers.map((pairs) => {
    const own = countPairs(pairs, levels);
    return kappaOf(counts.map((row, one) => row.map((count, other) => count - (own[one]?.[other] ?? 0))));
  });
}

/**
 * Quadratic weighted kappa with an interval by the jackknife over answers (Efron 1982, The Jackknife, the Bootstrap and
 * Other Resampling Plans): criteria of one answer are not independent, so whole answers are left out.
 */
export function kappaInterval(answers: readonly Pairs[], levels: number): KappaInterval {
  const kappa = weightedKappa(answers.flat(), levels);
  const n = answers.length;
  if (kappa === null || n < 2) return { kappa, low: null, high: null };
  const without = withoutEach(answers, levels);
  const mean = without.reduce((sum, value) => sum + value, 0) / n;
  const error = Math.sqrt(((n - 1) / n) * without.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return { kappa, low: Math.max(-1, kappa - 1.96 * error), high: Math.min(1, kappa + 1.96 * error) };
}
