import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/** A decision of the account's own stands: nobody votes twice. */
export async function moveVotes(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const rows = await tx.selectFrom('live_votes').selectAll().where('learnerId', '=', from).execute();
  for (const row of rows)
    await tx
      .insertInto('live_votes')
      .values({ ...row, learnerId: to })
      .onConflict((conflict) => conflict.columns(['roundId', 'learnerId', 'pass']).doNothing())
      .execute();
  await tx.deleteFrom('live_votes').where('learnerId', '=', from).execute();
}
