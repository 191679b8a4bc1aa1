import 'server-only';
import pg from 'pg';

const INT8 = 20;
const NUMERIC = 1700;

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the database returned ${text}, an integer beyond 2^53`);
  return value;
}

/** count, sum and bigint arrive as text by default; here they are numbers. Set per pool, not for the whole process. */
function getTypeParser(type: number, format?: 'text' | 'binary') {
  if (format !== 'binary' && type === INT8) return toSafeInteger;
  if (format !== 'binary' && type === NUMERIC) return Number;
  return format === 'binary' ? pg.types.getTypeParser(type, 'binary') : pg.types.getTypeParser(type, 'text');
}

/**
 * For counting: refuses writes; takes one core of the database and not all; and finds a thousand rows by an index, where the
 * default, made for disks that turn, would read a whole table for every slice.
 */
const READ_ONLY =
  '-c default_transaction_read_only=on -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1 -c jit=off';

const POOLS = {
  /** One connection stays for as long as the process runs: by it the commands that replace a database see that it is in use. */
  serving: { max: 10, min: 1 },
  counting: { max: 2, options: READ_ONLY },
  /** For commands that read or write everything in one transaction. */
  one: { max: 1 },
} as const;

/** A pool of connections. A broken idle connection is replaced at the next query instead of ending the process. */
export function openPool(
  connectionString: string,
  onIdleError: (error: Error) => void,
  purpose: keyof typeof POOLS = 'serving',
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
    ...POOLS[purpose],
  });
  pool.on('error', onIdleError);
  return pool;
}
