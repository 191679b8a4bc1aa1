interface Shares {
  /** Points of the explanation over their maximum. */
  readonly explanation: number;
  readonly choices: readonly number[];
  readonly boundary: number;
  /** Prose and picks contradict each other on some component. */
  readonly isContradicted: boolean;
}

/** The most that a hand-in gets while its prose and its picks contradict each other. */
export const CONTRADICTED_MOST = 0.5;

/**
 * overall = 0.8 × explanation + 0.15 × mean choice credit + 0.05 × boundary credit, at most 0.5 under a contradiction,
 * rounded to four decimals.
 */
export function overallShare({ explanation, choices, boundary, isContradicted }: Shares): number {
  const meanChoice = choices.length === 0 ? 0 : choices.reduce((sum, credit) => sum + credit, 0) / choices.length;
  const weighted = 0.8 * explanation + 0.15 * meanChoice + 0.05 * boundary;
  const capped = isContradicted ? Math.min(CONTRADICTED_MOST, weighted) : weighted;
  return Math.round(capped * 10_000) / 10_000;
}
