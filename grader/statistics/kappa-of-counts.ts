/** How often the first marker gave the row's level and the second the column's. */
export type Counts = readonly (readonly number[])[];

/** What two markers' levels agree: 1 for the same, 0 for none. */
export type Agreement = (one: number, other: number) => number;

/** 1 − (i − j)² / (k − 1)²: one level off costs little, two cost four times that. */
export const quadraticAgreement =
  (levels: number): Agreement =>
  (one, other) =>
    1 - ((one - other) / (levels - 1)) ** 2;

/** Pairs of levels (0 … levels − 1) as counts. */
export function countPairs(pairs: readonly (readonly [number, number])[], levels: number): number[][] {
  const counts = Array.from({ length: levels }, () => Array.from({ length: levels }, () => 0));
  for (const [one, other] of pairs) {
    const row = counts[one];
    if (row?.[other] !== undefined) row[other] = (row[other] ?? 0) + 1;
  }
  return counts;
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/** Shares of a table with its margins, and what both markers agree by the table and by chance. */
function shares(counts: Counts, agreement: Agreement) {
  const n = total(counts.map(total));
  const cells = counts.map((row) => row.map((count) => count / n));
  const rows = cells.map(total);
  const columns = rows.map((_, at) => total(cells.map((row) => row[at] ?? 0)));
  const sum = (of: (one: number, other: number) => number) =>
    total(rows.flatMap((_, one) => columns.map((__, other) => of(one, other))));
  const cell = (one: number, other: number) => cells[one]?.[other] ?? 0;
  const observed = sum((one, other) => agreement(one, other) * cell(one, other));
  const expected = sum((one, other) => agreement(one, other) * (rows[one] ?? 0) * (columns[other] ?? 0));
  const rowMeans = rows.map((_, one) => total(columns.map((share, other) => share * agreement(one, other))));
  const columnMeans = columns.map((_, other) => total(rows.map((share, one) => share * agreement(one, other))));
  return { n, observed, expected, cell, sum, rowMeans, columnMeans };
}

/**
 * Weighted kappa of a table, (po − pe) / (1 − pe), with its asymptotic standard error; null where chance alone agrees
 * fully. The error holds for pairs that are independent of one another: one pair an answer.
 * Source: J. L. Fleiss, J. Cohen, B. S. Everitt, "Large sample standard errors of kappa and weighted kappa",
 * Psychological Bulletin 72 (1969), 323-327, formula 13:
 * { Σ p [w (1 − pe) − (w̄i + w̄j)(1 − po)]² − (po·pe − 2·pe + po)² } / (n (1 − pe)⁴).
 */
export function kappaOfCounts(
  counts: Counts,
  agreement: Agreement,
): { readonly kappa: number; readonly error: number; readonly n: number } | null {
  const { n, observed, expected, cell, sum, rowMeans, columnMeans } = shares(counts, agreement);
  if (n === 0 || 1 - expected < 1e-12) return null;
  const chance = 1 - expected;
  const spread = sum((one, other) => {
    const means = (rowMeans[one] ?? 0) + (columnMeans[other] ?? 0);
    return cell(one, other) * (agreement(one, other) * chance - means * (1 - observed)) ** 2;
  });
  const variance = (spread - (observed * expected - 2 * expected + observed) ** 2) / (n * chance ** 4);
  return { kappa: (observed - expected) / chance, error: Math.sqrt(Math.max(0, variance)), n };
}
