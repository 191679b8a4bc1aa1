/** Standard normal quantile of 0.975, for an interval of 95 %. */
const Z = 1.959964;

/**
 * 95 % score interval of a share, as [low, high] between 0 and 1; fit for few cases, unlike share ± 2 s.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209-212.
 * With p = right / n: (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). Of nothing it is [0, 1].
 */
export function wilsonInterval(right: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  const p = right / n;
  const scale = 1 + (Z * Z) / n;
  const centre = p + (Z * Z) / (2 * n);
  const half = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)];
}
