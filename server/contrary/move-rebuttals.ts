import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/**
 * Openings and replies follow the hand-ins they belong to, so their numbers stay. A key that both people have used is
 * told apart by the reply's id; the account's own key stays what it was.
 */
export async function moveRebuttals(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  await tx.updateTable('contrary_openings').set({ learnerId: to }).where('learnerId', '=', from).execute();
  const moving = await tx
    .selectFrom('rebuttals')
    .select(['id', 'idempotencyKey'])
    .where('learnerId', '=', from)
    .execute();
  for (const { id, idempotencyKey } of moving) {
    const taken = await tx
      .selectFrom('rebuttals')
      .select('id')
      .where('learnerId', '=', to)
      .where('idempotencyKey', '=', idempotencyKey)
      .executeTakeFirst();
    await tx
      .updateTable('rebuttals')
      .set({ learnerId: to, idempotencyKey: taken ? `${idempotencyKey}#${id}` : idempotencyKey })
      .where('id', '=', id)
      .execute();
  }
}
