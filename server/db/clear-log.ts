import 'server-only';
import { sql } from 'kysely';
import { openedDatabase } from './database';

/**
 * Empties the write-ahead log of SQLite, in which pages that were deleted stand until they are written over. Waits for
 * nobody: while a reader holds the log this does nothing, and the next call or the next stop of the server does it.
 * PostgreSQL clears up by itself (vacuum), so there is nothing to do for it.
 */
export async function clearLog(): Promise<void> {
  const { address, db } = openedDatabase();
  if (address.engine !== 'sqlite') return;
  await db.connection().execute(async (connection) => {
    const { rows } = await sql<{ timeout: number }>`pragma busy_timeout`.execute(connection);
    await sql`pragma busy_timeout=0`.execute(connection);
    try {
      await sql`pragma wal_checkpoint(TRUNCATE)`.execute(connection);
    } finally {
      await sql.raw(`pragma busy_timeout=${Number(rows[0]?.timeout ?? 5_000)}`).execute(connection);
    }
  });
}
