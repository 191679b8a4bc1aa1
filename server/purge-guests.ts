import 'server-only';
import { MOST_GUEST_DAYS } from '@/schemas/retention';
import { clearLog } from './db/clear-log';
import { inTransaction, openedDatabase } from './db/database';
import type { Tx } from './db/open-database';
import { deleteLearners } from './delete-learners';
import { readRetention } from './retention/read-retention';

/** How long a session lasts, and the work of a guest who does not come back where no owner chose a shorter time. */
export const GUEST_DAYS = MOST_GUEST_DAYS;
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

/** Removes at most `most` guests who have not been here since `before`, with their work. Accounts are never touched. */
export async function removeStaleGuests(before: number, most: number): Promise<number> {
  const anonymous = openedDatabase().address.engine === 'postgres' ? true : 1;
  return inTransaction(async (tx) => {
    const rows = await tx
      .selectFrom('learners')
      .innerJoin('user', 'user.id', 'learners.id')
      .select('learners.id')
      .where('isAnonymous', '=', anonymous)
      .where('lastActiveAt', '<', before)
      .limit(most)
      .execute();
    const ids = await lockStale(
      tx,
      rows.map((row) => row.id),
      before,
    );
    if (ids.length > 0) await deleteLearners(tx, ids);
    return rows.length;
  });
}

/** Removes all guests who stayed away for longer than they are kept, and says how many. */
export async function purgeGuests(now = Date.now()): Promise<number> {
  const { guests } = await readRetention();
  const before = now - guests * 86_400_000;
  for (let removed = 0; ; ) {
    const count = await removeStaleGuests(before, BATCH);
    removed += count;
    if (count === BATCH) continue;
    if (removed > 0) await clearLog();
    return removed;
  }
}
