import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseProblem, sqliteProblem } from './database-problem';
import { openSqlite, type SqliteDriverName } from './sqlite-adapter';

const WAIT_MS = 120_000;
const PAUSE_MS = 50;

const isBusy = (error: unknown): boolean => error instanceof Error && /locked|busy/i.test(`${error.message}`);

/**
 * Kysely does not lock migrations on SQLite: three processes starting together met "table already exists". The lock
 * is an exclusive transaction on a file of its own, so the operating system drops it when its holder is killed and
 * no stale lock can remain.
 */
export async function withMigrationLock<Value>(
  databaseFile: string,
  driver: SqliteDriverName | undefined,
  work: () => Promise<Value>,
): Promise<Value> {
  const lockFile = `${databaseFile}.migration-lock`;
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const lock = await openSqlite(lockFile, { driver, busyTimeoutMs: 0 }).catch((error: unknown) => {
      if (isBusy(error)) return null;
      throw sqliteProblem(error, lockFile);
    });
    try {
      lock?.exec('begin immediate');
      if (lock) return await work().finally(() => lock.exec('rollback'));
    } catch (error) {
      if (!isBusy(error)) throw error;
    } finally {
      lock?.close();
    }
    if (Date.now() > until)
      throw new DatabaseProblem(
        `Another process has been migrating ${databaseFile} for ${WAIT_MS / 1_000} seconds. Wait for it or end it, then start again.`,
      );
    await wait(PAUSE_MS);
  }
}
