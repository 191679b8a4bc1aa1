import 'server-only';
import type { Tx } from './db/open-database';

/** What a guest was told belongs to their account; of two about the same thing the account's stays. */
export async function moveNotices(tx: Tx, from: string, to: string): Promise<void> {
  const known = tx.selectFrom('notices').select('key').where('learnerId', '=', to);
  await tx.deleteFrom('notices').where('learnerId', '=', from).where('key', 'in', known).execute();
  await tx.updateTable('notices').set({ learnerId: to }).where('learnerId', '=', from).execute();
}
