import 'server-only';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { isBusy } from './storage-failure';

/**
 * One face for two SQLite drivers: the built-in node:sqlite where the runtime has it, else libsql. Both have traps
 * that lose data in silence, so every parameter passes `bind` (docs/decisions/012-one-sqlite-adapter.md).
 */
export type SqliteDriverName = 'builtin' | 'libsql';

type Bound = null | number | bigint | string | Uint8Array;

/** What we use of either driver. */
interface NativeStatement {
  readonly reader: boolean;
  all(parameters: Bound[]): unknown[];
  run(parameters: Bound[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(parameters: Bound[]): IterableIterator<unknown>;
}
interface NativeDatabase {
  exec(sql: string): void;
  prepare(sql: string): NativeStatement;
  close(): void;
}

/**
 * `durable` pragmas: an acknowledged write survives a power cut; a second process waits instead of failing. What is deleted
 * is written over with zeros, so that nobody finds it in the file.
 */
const PRAGMAS = 'pragma journal_mode=WAL; pragma synchronous=FULL; pragma foreign_keys=ON; pragma secure_delete=ON;';

function bind(value: unknown, index: number): Bound {
  const refuse = (what: string) => new TypeError(`SQL parameter ${index + 1}: ${what}`);
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    // libsql would cut the text at the NUL; PostgreSQL would refuse it.
    if (value.includes('\0')) throw refuse('text with a NUL character');
    return value;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refuse(`${value} is not a finite number`);
    return value;
  }
  if (typeof value === 'bigint') {
    // libsql would round it without a word.
    if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER))
      throw refuse('an integer beyond 2^53');
    return value;
  }
  // libsql 0.5 aborts the whole process on a boolean.
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return value;
  // node:sqlite would take an object or a Date in first place as named parameters and store NULL.
  throw refuse(`cannot store a ${value.constructor?.name ?? typeof value}`);
}

/** Rows of node:sqlite have no prototype, and React refuses them as props. */
const plain = (row: unknown): unknown => (typeof row === 'object' && row !== null ? { ...row } : row);

/**
 * Kysely begins deferred; two processes that read and then write would meet "database is locked" at once. Not prepared,
 * because a prepared one that meets a lock stays in progress (see haltWhereBusy), and could begin when stepped again.
 */
function beginImmediate(native: NativeDatabase): SqliteStatement {
  const run = () => {
    native.exec('begin immediate');
    return { changes: 0, lastInsertRowid: 0 };
  };
  return { reader: false, all: () => [], run, iterate: () => [][Symbol.iterator]() };
}

function guarded(native: NativeStatement): SqliteStatement {
  const bindAll = (parameters: readonly unknown[]) => parameters.map(bind);
  return {
    reader: native.reader,
    all: (parameters) => native.all(bindAll(parameters)).map(plain),
    run: (parameters) => native.run(bindAll(parameters)),
    *iterate(parameters) {
      for (const row of native.iterate(bindAll(parameters))) yield plain(row);
    },
  };
}

interface BuiltinStatement {
  columns(): unknown[];
  all(...parameters: Bound[]): unknown[];
  run(...parameters: Bound[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...parameters: Bound[]): IterableIterator<unknown>;
}
interface BuiltinModule {
  DatabaseSync: new (
    file: string,
  ) => { exec(sql: string): void; prepare(sql: string): BuiltinStatement; close(): void };
}

const isBuiltin = (module: object | undefined): module is BuiltinModule =>
  module !== undefined && 'DatabaseSync' in module;

function openBuiltin(file: string): NativeDatabase | null {
  // Not an import: the module is unknown to Node 20 and to bundlers.
  const module = process.getBuiltinModule?.('node:sqlite');
  if (!isBuiltin(module)) return null;
  const database = new module.DatabaseSync(file);
  return {
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
}

async function openLibsql(file: string, isReadOnly: boolean): Promise<NativeDatabase> {
  // Loaded on need, so that a platform without its binary can still use the built-in driver.
  const { default: Libsql } = await import('libsql');
  const database = new Libsql(file);
  return {
    exec: (sql) => void database.exec(sql),
    close: () => void database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      const only = (state: 'ON' | 'OFF') => void database.exec(`pragma query_only=${state}`);
      const halting = <Result>(step: () => Result): Result => haltWhereBusy(only, isReadOnly, step);
      return {
        reader: statement.reader,
        all: (parameters) => halting(() => statement.all(parameters)),
        run: (parameters) => halting(() => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };
}

/**
 * libsql leaves a statement that met a lock in progress, and until the garbage collector ends it every commit fails with
 * "SQL statements in progress" (libsql-client-ts issue 352). Stepped again where it may not write, it ends at once.
 */
function haltWhereBusy<Result>(
  readOnly: (state: 'ON' | 'OFF') => void,
  isReadOnly: boolean,
  step: () => Result,
): Result {
  try {
    return step();
  } catch (error) {
    if (!isBusy(error)) throw error;
    readOnly('ON');
    try {
      step();
    } catch {
      // Refused, and ended by that.
    } finally {
      if (!isReadOnly) readOnly('OFF');
    }
    throw error;
  }
}

export interface SqliteOptions {
  readonly driver?: SqliteDriverName | undefined;
  /** How long another process's write is waited for. */
  readonly busyTimeoutMs?: number;
  /** Refuses every write; the file must be there and migrated. */
  readonly isReadOnly?: boolean;
}

/** Opens (and makes) the file. The returned object is what Kysely's SqliteDialect wants. */
export async function openSqlite(
  file: string,
  options: SqliteOptions = {},
): Promise<SqliteDatabase & Pick<NativeDatabase, 'exec'>> {
  const builtin = options.driver === 'libsql' ? null : openBuiltin(file);
  if (options.driver === 'builtin' && !builtin)
    throw new Error(
      'SQLITE_DRIVER is builtin, but this Node has no node:sqlite. Use Node 22.13 or newer, or unset it.',
    );
  const native = builtin ?? (await openLibsql(file, options.isReadOnly ?? false));
  try {
    native.exec(
      `pragma busy_timeout=${options.busyTimeoutMs ?? 5_000}; ${PRAGMAS}${options.isReadOnly ? ' pragma query_only=ON;' : ''}`,
    );
  } catch (error) {
    native.close();
    throw error;
  }
  return {
    exec: (sql) => native.exec(sql),
    close: () => native.close(),
    prepare: (sql) => (sql === 'begin' ? beginImmediate(native) : guarded(native.prepare(sql))),
  };
}
