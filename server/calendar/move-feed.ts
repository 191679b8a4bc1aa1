import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/** The account keeps its own address; without one the guest's goes on working. */
export async function moveFeed(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const own = await tx.selectFrom('calendar_feeds').select('learnerId').where('learnerId', '=', to).executeTakeFirst();
  if (own) await tx.deleteFrom('calendar_feeds').where('learnerId', '=', from).execute();
  else await tx.updateTable('calendar_feeds').set({ learnerId: to }).where('learnerId', '=', from).execute();
}
