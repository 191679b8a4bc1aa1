import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';
import { writeState } from './cards';

/**
 * Ends a pause: every date moves by its length, so that nobody comes back to a heap. What is remembered stays as it is:
 * the time passed for the memory all the same, and the scheduler counts it at the next answer.
 */
export async function endPause(tx: Tx, learnerId: LearnerId, pausedAt: number, now: number): Promise<void> {
  const length = Math.max(0, now - pausedAt);
  await tx
    .updateTable('recall_cards')
    .set((eb) => ({ dueAt: eb('dueAt', '+', length) }))
    .where('learnerId', '=', learnerId)
    // What was missed during the pause has waited for nothing.
    .where('createdAt', '<=', pausedAt)
    .where('memory', 'is not', null)
    .execute();
  await writeState(tx, learnerId, { pausedAt: null });
}
