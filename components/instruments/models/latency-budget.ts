/** What one request may spend, in milliseconds at the percentile of the target. An allowance for each part, not a measurement of it. */
export interface Allowances {
  readonly network: number;
  readonly sql: number;
  readonly code: number;
  readonly collector: number;
}

export interface BudgetInput {
  readonly target: number;
  readonly allowances: Allowances;
  /** How many times faster our own code becomes; Infinity is allowed and is the interesting case. */
  readonly speedup: number;
  readonly hasCollector: boolean;
}

export interface Budget {
  readonly parts: Allowances;
  readonly before: number;
  readonly after: number;
  /** Positive: unallocated milliseconds. Negative: milliseconds over the target. */
  readonly spare: number;
  /** before ÷ after, by Amdahl: 1 / ((1 - p) + p / N), with p the share of our own code. */
  readonly gain: number;
  /** The largest gain that speeding up our own code alone could ever bring: 1 / (1 - p). */
  readonly ceiling: number;
}

const sum = ({ network, sql, code, collector }: Allowances) => network + sql + code + collector;

/**
 * Adds up the allowances after the code became `speedup` times faster.
 * The sum is honest as a budget only: percentiles of parts neither add up to nor subtract from the percentile of the whole.
 */
export function computeBudget({ target, allowances, speedup, hasCollector }: BudgetInput): Budget {
  const parts: Allowances = {
    ...allowances,
    code: allowances.code / speedup,
    collector: hasCollector ? allowances.collector : 0,
  };
  const before = sum(allowances);
  const after = sum(parts);
  return {
    parts,
    before,
    after,
    spare: target - after,
    gain: before / after,
    ceiling: before / (before - allowances.code),
  };
}

/**
 * Share of requests that are certain to stay within the sum of the allowances when each of `parts` parts keeps to its own
 * for `share` of requests, whatever the parts have to do with each other (Boole's inequality): 1 - parts · (1 - share).
 */
export function guaranteedShare(parts: number, share: number): number {
  return Math.max(0, 1 - parts * (1 - share));
}
