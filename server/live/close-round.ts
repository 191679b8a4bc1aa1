import 'server-only';
import { inTransaction } from '../db/database';
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

/** Ends every round that somebody forgot: nobody's decision outlives the working day. */
export async function closeStale(tx: Tx, now: number): Promise<void> {
  const forgotten = await tx
    .selectFrom('live_rounds')
    .select('id')
    .where('closedAt', 'is', null)
    .where('openedAt', '<', now - STALE_MS)
    .orderBy('id')
    .execute();
  for (const { id } of forgotten) await closeRound(tx, id, now);
}

/** The same by itself: every night, and whenever somebody looks at a round that is over. */
export async function closeForgotten(now = Date.now()): Promise<void> {
  await inTransaction((tx) => closeStale(tx, now));
}
