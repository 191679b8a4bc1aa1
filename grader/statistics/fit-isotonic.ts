/** One step of an isotonic fit: values up to `raw` have this chance. */
export interface Step {
  readonly raw: number;
  readonly chance: number;
}

interface Pool {
  readonly raw: number;
  readonly hits: number;
  readonly n: number;
}

const chanceOf = (pool: Pool) => pool.hits / pool.n;

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955, Annals of Mathematical Statistics 26:641):
 * the non-decreasing step function with the least squared error. Pools below `fewest` are joined with the next.
 */
export function fitIsotonic(pairs: readonly { raw: number; isHit: boolean }[], fewest: number): Step[] {
  const sorted = pairs.toSorted((one, other) => one.raw - other.raw);
  const pools: Pool[] = [];
  for (const { raw, isHit } of sorted) {
    let pool: Pool = { raw, hits: isHit ? 1 : 0, n: 1 };
    for (let last = pools.at(-1); last && (chanceOf(last) >= chanceOf(pool) || last.n < fewest); last = pools.at(-1)) {
      pools.pop();
      pool = { raw: pool.raw, hits: pool.hits + last.hits, n: pool.n + last.n };
    }
    pools.push(pool);
  }
  return pools.map((pool) => ({ raw: pool.raw, chance: chanceOf(pool) }));
}
