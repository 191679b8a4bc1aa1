import 'server-only';
import { inTransaction, openedDatabase } from './db/database';
import type { Tx } from './db/open-database';
import { deleteLearners } from './delete-learners';

/** How long the work of a guest who does not come back is kept. People are told this number. */
export const GUEST_DAYS = 180;
const BATCH = 200;

/** Holds the rows that are still stale: a guest who has come back in this moment keeps everything. */
async function lockStale(tx: Tx, ids: readonly string[], before: number): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .updateTable('learners')
    .set((eb) => ({ lastActiveAt: eb.ref('lastActiveAt') }))
    .where('id', 'in', ids)
    .where('lastActiveAt', '<', before)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Removes guests who have not been here for GUEST_DAYS, with their work, and says how many. Accounts are never touched. */
export async function purgeGuests(now = Date.now()): Promise<number> {
  const anonymous = openedDatabase().address.engine === 'postgres' ? true : 1;
  const before = now - GUEST_DAYS * 86_400_000;
  for (let removed = 0; ; ) {
    const count = await inTransaction(async (tx) => {
      const rows = await tx
        .selectFrom('learners')
        .innerJoin('user', 'user.id', 'learners.id')
        .select('learners.id')
        .where('isAnonymous', '=', anonymous)
        .where('lastActiveAt', '<', before)
        .limit(BATCH)
        .execute();
      const ids = await lockStale(
        tx,
        rows.map((row) => row.id),
        before,
      );
      if (ids.length > 0) await deleteLearners(tx, ids);
      return rows.length;
    });
    removed += count;
    if (count < BATCH) return removed;
  }
}
