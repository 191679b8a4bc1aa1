import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';
import { type RecallCard, readCards, readState, writeState } from './cards';
import { endPause } from './end-pause';

const answeredAt = (card: RecallCard) => card.memory?.reviewedAt ?? -1;

/** Answers to a card that both had go to the card that stays, under numbers below zero: its own are taken. */
async function moveLogs(tx: Tx, from: RecallCard, to: RecallCard): Promise<void> {
  const taken = await tx
    .selectFrom('recall_logs')
    .select((eb) => eb.fn.min('cardVersion').as('lowest'))
    .where('cardId', '=', to.id)
    .executeTakeFirst();
  const logs = await tx
    .selectFrom('recall_logs')
    .select('id')
    .where('cardId', '=', from.id)
    .orderBy('reviewedAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  let place = Math.min(0, Number(taken?.lowest ?? 0));
  for (const { id } of logs) {
    place -= 1;
    await tx.updateTable('recall_logs').set({ cardId: to.id, cardVersion: place }).where('id', '=', id).execute();
  }
}

/** Ends a pause for the time of moving, so that dates of both mean the same. */
async function thaw(tx: Tx, learnerId: LearnerId, now: number): Promise<boolean> {
  const { pausedAt } = await readState(tx, learnerId);
  if (pausedAt !== null) await endPause(tx, learnerId, pausedAt, now);
  return pausedAt !== null;
}

/**
 * Moves a guest's cards and answers to an account. Of two cards about the same, the one answered last stays, with the
 * answers to both. The account's own pause stands.
 */
export async function moveRecall(tx: Tx, from: LearnerId, to: LearnerId, now: number): Promise<void> {
  await thaw(tx, from, now);
  const isPaused = await thaw(tx, to, now);
  const own = await readCards(tx, to);
  for (const card of await readCards(tx, from)) {
    const twin = own.find(({ kind, sourceKey }) => kind === card.kind && sourceKey === card.sourceKey);
    const [kept, dropped] = twin && answeredAt(twin) >= answeredAt(card) ? [twin, card] : [card, twin];
    if (dropped) {
      await moveLogs(tx, dropped, kept);
      await tx.deleteFrom('recall_cards').where('id', '=', dropped.id).execute();
    }
    await tx.updateTable('recall_cards').set({ learnerId: to }).where('id', '=', kept.id).execute();
  }
  await tx.updateTable('recall_logs').set({ learnerId: to }).where('learnerId', '=', from).execute();
  const { timeZone } = await readState(tx, from);
  const ownZone = (await readState(tx, to)).timeZone;
  await tx.deleteFrom('recall_states').where('learnerId', '=', from).execute();
  // An empty mark: the rows of both are looked through again.
  await writeState(tx, to, { mark: '', timeZone: ownZone ?? timeZone, pausedAt: isPaused ? now : null });
}
