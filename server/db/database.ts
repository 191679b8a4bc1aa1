import 'server-only';
import { join } from 'node:path';
import { env } from '../env';
import { type Db, type OpenDatabase, openDatabase, type Tx } from './open-database';

/**
 * One Kysely per process, the account library included: two SQLite connections in one process wait for each other
 * until the busy timeout, with the event loop blocked. Next loads modules more than once, hence globalThis.
 */
const slot = Symbol.for('defensible.database');
const holder: typeof globalThis & { [slot]?: OpenDatabase } = globalThis;

/** The database of this process with its address. */
export function openedDatabase(): OpenDatabase {
  holder[slot] ??= openDatabase(
    env().databaseUrl
      ? { engine: 'postgres', url: env().databaseUrl ?? '' }
      : { engine: 'sqlite', file: join(env().dataDir, 'defensible.db'), driver: env().sqliteDriver },
  );
  return holder[slot];
}

/** The query builder of this process. */
export function database(): Db {
  return openedDatabase().db;
}

/** Makes an opened database the one of this process. Commands and tests choose theirs with it. */
export function chooseDatabase(opened: OpenDatabase): void {
  holder[slot] = opened;
}

/** Deadlock or failed serialisation: PostgreSQL asks for the transaction to be run again. */
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01');

const TRIES = 4;

/** Runs `work` in one transaction: all of it is committed when the promise fulfils, or nothing is. */
export async function inTransaction<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await database().transaction().execute(work);
    } catch (error) {
      if (tries === TRIES || !isRetryable(error)) throw error;
    }
  }
}
