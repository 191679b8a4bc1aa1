import 'server-only';
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sqliteProblem } from '../db/database-problem';
import type { Db, OpenDatabase } from '../db/open-database';

/** The name of the key among the settings in PostgreSQL, and of its file beside a SQLite database. */
export const SECRET_SETTING = 'auth-secret';

const fresh = () => randomBytes(32).toString('base64url');

function readOptional(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export const keyFile = (databaseFile: string): string => join(dirname(databaseFile), SECRET_SETTING);

/** The key beside a SQLite database; null where none was made yet. */
export const readKeyFile = (databaseFile: string): string | null => readOptional(keyFile(databaseFile));

/** Beside the SQLite file, readable by this user only. A link is made or not: of two starting processes one wins. */
function secretInFolder(file: string): string {
  const existing = readOptional(file);
  if (existing) return existing;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, fresh(), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8').trim();
}

/** In the database, so that several machines on one PostgreSQL accept each other's cookies. */
async function secretInDatabase(db: Db): Promise<string> {
  await db
    .insertInto('settings')
    .values({ key: SECRET_SETTING, value: fresh() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('key', '=', SECRET_SETTING)
    .executeTakeFirstOrThrow();
  return row.value;
}

/** The key that signs cookies, made once. Losing it signs everybody out, guests for good. */
export async function loadSecret(opened: OpenDatabase): Promise<string> {
  if (opened.address.engine === 'postgres') return secretInDatabase(opened.db);
  const file = keyFile(opened.address.file);
  try {
    return secretInFolder(file);
  } catch (error) {
    throw sqliteProblem(error, file);
  }
}
