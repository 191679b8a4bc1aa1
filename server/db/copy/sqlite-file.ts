import 'server-only';
import { existsSync } from 'node:fs';
import { DatabaseProblem, sqliteProblem } from '../database-problem';
import { openSqlite, type SqliteDriverName } from '../sqlite-adapter';

export type SqliteFile = Awaited<ReturnType<typeof openSqlite>>;

const inUse = (file: string): DatabaseProblem =>
  new DatabaseProblem(
    `Another program has ${file} open, most likely the running course. Stop it, then run this command again.`,
  );

/**
 * Opens a file that nobody else has open, and keeps it so until it is closed. To leave the write-ahead log SQLite needs
 * the file for itself, and every other connection holds a part of it: so this needs no lock of ours, and a program that
 * was killed holds nothing. Afterwards the one file is the whole database.
 */
export async function openAlone(file: string, driver: SqliteDriverName | undefined): Promise<SqliteFile> {
  if (!existsSync(file)) throw new DatabaseProblem(`There is no database at ${file}. Check the folder (--data DIR).`);
  let opened: SqliteFile | undefined;
  try {
    opened = await openSqlite(file, { driver, busyTimeoutMs: 0 });
    // The driver reads nothing before the first statement; reading takes the part of the file that counts.
    one(opened, 'select count(*) as n from sqlite_master');
    if (one(opened, 'pragma journal_mode=DELETE').journal_mode !== 'delete') throw inUse(file);
    opened.exec('pragma locking_mode=EXCLUSIVE; begin exclusive');
    return opened;
  } catch (error) {
    opened?.close();
    throw /locked|busy/i.test(error instanceof Error ? error.message : '') ? inUse(file) : sqliteProblem(error, file);
  }
}

/** The one row of a query that has one. */
export function one(file: SqliteFile, sql: string): Record<string, unknown> {
  const [row] = file.prepare(sql).all([]);
  return typeof row === 'object' && row !== null ? { ...row } : {};
}
