/**
 * Cohen's weighted kappa with quadratic weights (Cohen 1968, Psychological Bulletin 70:213):
 * 1 − Σ w·observed / Σ w·expected, with w = (i − j)² / (k − 1)². Levels are 0 … categories − 1.
 * Undefined (null) without pairs, or where both markers gave one and the same level throughout.
 */
export function weightedKappa(pairs: readonly (readonly [number, number])[], categories: number): number | null {
  const n = pairs.length;
  if (n === 0) return null;
  const mine = Array.from({ length: categories }, (_, level) => pairs.filter(([one]) => one === level).length);
  const theirs = Array.from({ length: categories }, (_, level) => pairs.filter(([, other]) => other === level).length);
  const weight = (one: number, other: number) => ((one - other) / (categories - 1)) ** 2;
  const observed = pairs.reduce((sum, [one, other]) => sum + weight(one, other), 0) / n;
  const expected =
    mine.reduce(
      (sum, count, one) => sum + theirs.reduce((inner, other, at) => inner + count * other * weight(one, at), 0),
      0,
    ) /
    n ** 2;
  return expected === 0 ? null : 1 - observed / expected;
}
