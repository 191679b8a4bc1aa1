import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/** A guest's decisions become the account's. A key that both have used is told apart by the decision's id. */
export async function moveDecisions(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const own = await tx.selectFrom('decisions').select('idempotencyKey').where('learnerId', '=', to).execute();
  const taken = new Set(own.map(({ idempotencyKey }) => idempotencyKey));
  const moving = await tx
    .selectFrom('decisions')
    .select(['id', 'idempotencyKey'])
    .where('learnerId', '=', from)
    .execute();
  for (const { id, idempotencyKey: key } of moving)
    await tx
      .updateTable('decisions')
      .set({ learnerId: to, idempotencyKey: taken.has(key) ? `${key}#${id}` : key })
      .where('id', '=', id)
      .execute();
  await tx.updateTable('decision_conflicts').set({ learnerId: to }).where('learnerId', '=', from).execute();
  await tx.updateTable('decision_looks').set({ learnerId: to }).where('learnerId', '=', from).execute();
}
