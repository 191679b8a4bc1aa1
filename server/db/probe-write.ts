import 'server-only';
import { sql } from 'kysely';
import type { Db, OpenDatabase } from './open-database';

/** The number that applications may keep in the file's head, written as it is. */
async function writeToFile(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(tx);
    await sql`pragma user_version = ${sql.lit(rows[0]?.user_version ?? 0)}`.execute(tx);
  });
}

/** A transaction gets a number only where writes are taken. */
async function writeToPostgres(db: Db): Promise<void> {
  const { rows } = await sql<{ readOnly: string }>`
    select pg_current_xact_id()::text as "id", current_setting('transaction_read_only') as "readOnly"`.execute(db);
  if (rows[0]?.readOnly !== 'off') throw new Error('this PostgreSQL only takes reads');
}

/** Writes without changing anything; rejects where the database takes no writes. */
export async function probeWrite({ address, db }: OpenDatabase): Promise<void> {
  await (address.engine === 'postgres' ? writeToPostgres(db) : writeToFile(db));
}
