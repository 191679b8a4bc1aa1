import 'server-only';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  type Dialect,
  type Driver,
  Kysely,
  type LogEvent,
  PostgresDialect,
  SqliteAdapter,
  SqliteDialect,
  type Transaction,
} from 'kysely';
import { logError } from '../log';
import { isObserved, observe } from '../observe';
import { sqliteProblem } from './database-problem';
import { openPool } from './postgres';
import { openSqlite, type SqliteDriverName } from './sqlite-adapter';
import type { Tables } from './tables';
import { WatchedDriver } from './watched-driver';

/** The whole database, or one transaction on it. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export type DatabaseAddress =
  | {
      readonly engine: 'sqlite';
      readonly file: string;
      readonly driver?: SqliteDriverName | undefined;
      readonly isReadOnly?: boolean;
    }
  | { readonly engine: 'postgres'; readonly url: string; readonly isReadOnly?: boolean };

export interface OpenDatabase {
  readonly address: DatabaseAddress;
  readonly db: Db;
  close(): Promise<void>;
}

/** Long enough for a write that is about to end, short enough that nobody notices the process standing still. */
const BUSY_TIMEOUT_MS = 10;

async function openFile(file: string, driver: SqliteDriverName | undefined, isReadOnly: boolean) {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const opened = await openSqlite(file, { driver, isReadOnly });
    // From here on WatchedDriver waits, without stopping the process.
    opened.exec(`pragma busy_timeout=${BUSY_TIMEOUT_MS}`);
    return opened;
  } catch (error) {
    throw sqliteProblem(error, file);
  }
}

/** SQLite can undo a half-made table; Kysely assumes it cannot, and a killed migration would leave one behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
class TransactionalSqliteDialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** Stands between Kysely and a driver. */
export type WrapDriver = (driver: Driver) => Driver;

const watch: WrapDriver = (driver) => new WatchedDriver(driver);

function wrapped(dialect: Dialect, wrap: WrapDriver): Dialect {
  return {
    createDriver: () => wrap(dialect.createDriver()),
    createAdapter: () => dialect.createAdapter(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  };
}

/** Makes the one Kysely for an address. Nothing is opened before the first query. Tests of failures pass a `wrap` of their own. */
export function openDatabase(address: DatabaseAddress, wrap: WrapDriver = watch): OpenDatabase {
  const dialect =
    address.engine === 'sqlite'
      ? new TransactionalSqliteDialect({
          database: () => openFile(address.file, address.driver, address.isReadOnly ?? false),
        })
      : new PostgresDialect({
          pool: async () =>
            openPool(
              address.url,
              (error) => logError('postgres-idle-connection', error),
              address.isReadOnly ? 'counting' : 'serving',
            ),
        });
  const db = new Kysely<Tables>({
    dialect: wrapped(dialect, wrap),
    ...(isObserved()
      ? { log: (event: LogEvent) => observe('defensible_database_seconds', event.queryDurationMillis / 1_000) }
      : {}),
  });
  return { address, db, close: () => db.destroy() };
}
