import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/**
 * Rounds follow the hand-ins they belong to, so their numbers stay what they are. A key that both people have used is
 * told apart by the round's id; the account's own key stays what it was.
 */
export async function moveTwistRounds(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const moving = await tx
    .selectFrom('twist_rounds')
    .select(['id', 'idempotencyKey'])
    .where('learnerId', '=', from)
    .execute();
  for (const { id, idempotencyKey } of moving) {
    const taken = await tx
      .selectFrom('twist_rounds')
      .select('id')
      .where('learnerId', '=', to)
      .where('idempotencyKey', '=', idempotencyKey)
      .executeTakeFirst();
    await tx
      .updateTable('twist_rounds')
      .set({ learnerId: to, idempotencyKey: taken ? `${idempotencyKey}#${id}` : idempotencyKey })
      .where('id', '=', id)
      .execute();
  }
}
