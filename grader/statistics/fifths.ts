/** Cases of one rest score. */
export interface ScoreCount {
  readonly score: number;
  readonly n: number;
}

export const FIFTHS = 5;

/**
 * Which fifth, 0 (weakest) to 4, the people of each score belong to. People with the same score stay together, in the
 * fifth of the middle one of them: with few different scores fifths are uneven, and some may be empty.
 */
export function fifthOfScore(counts: readonly ScoreCount[]): (score: number) => number {
  const byScore = new Map<number, number>();
  for (const { score, n } of counts) byScore.set(score, (byScore.get(score) ?? 0) + n);
  const total = counts.reduce((sum, { n }) => sum + n, 0);
  const fifths = new Map<number, number>();
  let below = 0;
  for (const [score, n] of [...byScore].sort(([one], [other]) => one - other)) {
    fifths.set(score, Math.min(FIFTHS - 1, Math.floor((FIFTHS * (below + n / 2)) / total)));
    below += n;
  }
  return (score) => fifths.get(score) ?? 0;
}
