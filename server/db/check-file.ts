import 'server-only';
import { sql } from 'kysely';
import { sqliteProblem } from './database-problem';
import type { Db } from './open-database';

/** Reads the whole SQLite file for damage in its middle, which opening it does not find. */
export async function checkSqliteFile(db: Db, file: string): Promise<void> {
  const result = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(db).catch((error: unknown) => {
    throw sqliteProblem(error, file);
  });
  const verdict = result.rows[0]?.quick_check;
  if (verdict !== 'ok') throw sqliteProblem(new Error(`SQLITE_CORRUPT ${verdict}`), file);
}
