import 'server-only';
import type { Tx } from '../db/open-database';
import { STALE_MS } from './rows';

/** Ends a round and throws its votes away; what was revealed stays. */
export async function closeRound(tx: Tx, roundId: string, now: number): Promise<void> {
  await tx.deleteFrom('live_votes').where('roundId', '=', roundId).execute();
  await tx
    .updateTable('live_rounds')
    .set((eb) => ({
      phase: 'closed',
      version: eb('version', '+', 1),
      openKey: null,
      endsAt: null,
      closedAt: now,
    }))
    .where('id', '=', roundId)
    .where('closedAt', 'is', null)
    .execute();
}

/** Ends every round that somebody forgot. */
export async function closeStale(tx: Tx, now: number): Promise<void> {
  const forgotten = await tx
    .selectFrom('live_rounds')
    .select('id')
    .where('closedAt', 'is', null)
    .where('openedAt', '<', now - STALE_MS)
    .execute();
  for (const { id } of forgotten) await closeRound(tx, id, now);
}
