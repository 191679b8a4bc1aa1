/** Features column by column as bin numbers, with the values that part the bins. */
export interface Bins {
  readonly columns: readonly Uint8Array[];
  /** Per feature, rising: a value is in bin k when k of these lie below it. */
  readonly thresholds: readonly (readonly number[])[];
}

/** Six decimals, so that stored models stay small. */
export const round6 = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Up to `bins` − 1 values that part a column into bins of about equal size; midpoints where it has few values. */
function partColumn(values: Float64Array, bins: number): number[] {
  const sorted = values.toSorted();
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  const between = (low: number | undefined, high: number | undefined) => round6(((low ?? 0) + (high ?? 0)) / 2);
  const parts: number[] = [];
  if (distinct.length <= bins) {
    for (let at = 1; at < distinct.length; at += 1) parts.push(between(distinct[at - 1], distinct[at]));
  } else {
    for (let at = 1; at < bins; at += 1) {
      const index = Math.floor((at * sorted.length) / bins);
      parts.push(between(sorted[index - 1], sorted[index]));
    }
  }
  return [...new Set(parts)];
}

/** How many of the rising thresholds lie below a value. */
function binOf(thresholds: readonly number[], value: number): number {
  let low = 0;
  let high = thresholds.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > (thresholds[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Cuts every feature into at most `bins` (≤ 256) bins. */
export function binRows(rows: readonly (readonly number[])[], bins: number): Bins {
  const columns: Uint8Array[] = [];
  const thresholds: number[][] = [];
  for (let feature = 0; feature < (rows[0]?.length ?? 0); feature += 1) {
    const values = Float64Array.from(rows, (row) => row[feature] ?? 0);
    const parts = partColumn(values, Math.min(256, Math.max(2, bins)));
    thresholds.push(parts);
    columns.push(Uint8Array.from(values, (value) => binOf(parts, value)));
  }
  return { columns, thresholds };
}
