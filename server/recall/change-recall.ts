import 'server-only';
import type { RecallQueue } from '@/schemas/recall';
import type { Actor } from '../actor';
import { inTransaction } from '../db/database';
import { lockLearner } from '../learners';
import { readState, writeState } from './cards';
import { endPause } from './end-pause';
import { readQueue } from './queue';

/** Pauses reviews, or goes on. Asking for what is already so changes nothing. */
export async function pauseRecall(actor: Actor, isPaused: boolean): Promise<RecallQueue> {
  await inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const { pausedAt } = await readState(tx, learnerId);
    if (isPaused && pausedAt === null) await writeState(tx, learnerId, { pausedAt: now });
    if (!isPaused && pausedAt !== null) await endPause(tx, learnerId, pausedAt, now);
  });
  return readQueue(actor.learnerId);
}

/** Starts all cards over, as if none had been answered. The log of answers stays; today's limit does too. */
export async function resetRecall(actor: Actor): Promise<RecallQueue> {
  await inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    await tx
      .updateTable('recall_cards')
      .set((eb) => ({ memory: null, dueAt: eb.ref('createdAt'), version: eb('version', '+', 1), changedAt: null }))
      .where('learnerId', '=', learnerId)
      .where('memory', 'is not', null)
      .execute();
  });
  return readQueue(actor.learnerId);
}

/** Keeps whose days count. */
export async function saveRecallZone(actor: Actor, timeZone: string): Promise<void> {
  await inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    await writeState(tx, learnerId, { timeZone });
  });
}
