/** `n` cases with one value. */
export interface ValueCount {
  readonly value: number;
  readonly n: number;
}

/** The middle of counted values; of an even number the mean of the two in the middle; null of nothing. */
export function medianOfCounts(counts: readonly ValueCount[]): number | null {
  const sorted = counts.filter(({ n }) => n > 0).sort((one, other) => one.value - other.value);
  const n = sorted.reduce((sum, count) => sum + count.n, 0);
  if (n === 0) return null;
  const at = (place: number) => {
    let passed = 0;
    for (const count of sorted) {
      passed += count.n;
      if (place < passed) return count.value;
    }
    return 0;
  };
  return (at(Math.floor((n - 1) / 2)) + at(Math.floor(n / 2))) / 2;
}
