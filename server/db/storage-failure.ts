import 'server-only';

/** Messages of both SQLite drivers for a full disk, a file that may not be written, a damaged file and a lock that stays. */
const SQLITE =
  /database or disk is full|readonly database|disk I\/O error|malformed|not a database|unable to open|database is locked|SQLITE_(FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN|BUSY)/i;

/** PostgreSQL is away, is going away, has no connection, no room or no memory left, or is a copy that only reads. */
const POSTGRES_CODE = /^(08|53|57P|58|25006|XX00[12]|ECONN|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EPIPE|EAI_AGAIN)/;
const POSTGRES =
  /^Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

const BUSY = /database is locked|SQLITE_BUSY/i;

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');

/** Whether what failed is the place where rows are kept, and not the work that was asked for. */
export function isStorageFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'DatabaseProblem') return true;
  const code = codeOf(error);
  return SQLITE.test(`${code} ${error.message}`) || POSTGRES_CODE.test(code) || POSTGRES.test(error.message);
}

/** Whether another process holds the SQLite file. Such a statement did nothing, and may be tried again. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && BUSY.test(`${codeOf(error)} ${error.message}`);
}

/** When storage last failed in this process. Next loads modules more than once, hence globalThis. */
const slot = Symbol.for('defensible.storage-failed-at');
const holder: typeof globalThis & { [slot]?: number } = globalThis;

export function noteStorageFailure(now = performance.now()): void {
  holder[slot] = now;
}

/**
 * Whether storage failed at or after `since` (of performance.now()). The account library answers with an error of its own
 * and drops the cause; this is how a refusal still names it.
 */
export function hasStorageFailedSince(since: number): boolean {
  return (holder[slot] ?? Number.NEGATIVE_INFINITY) >= since;
}
