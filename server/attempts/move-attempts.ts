import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';
import { newId } from '../new-id';

interface Attempt {
  readonly id: string;
  readonly number: number;
  readonly variant: number;
  readonly openedAt: number;
}

function readAttempts(tx: Tx, learnerId: LearnerId, scenarioId: string): Promise<Attempt[]> {
  return tx
    .selectFrom('attempts')
    .select(['id', 'number', 'variant', 'openedAt'])
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .orderBy('number')
    .execute();
}

/** A key that both have used is told apart by the submission's id; the account's own key stays what it was. */
async function moveHandIns(tx: Tx, attemptId: string, target: string, to: LearnerId): Promise<void> {
  const moving = await tx
    .selectFrom('submissions')
    .select(['id', 'idempotencyKey'])
    .where('attemptId', '=', attemptId)
    .execute();
  for (const [index, { id, idempotencyKey }] of moving.entries()) {
    const taken = await tx
      .selectFrom('submissions')
      .select('id')
      .where('learnerId', '=', to)
      .where('idempotencyKey', '=', idempotencyKey)
      .executeTakeFirst();
    await tx
      .updateTable('submissions')
      .set({
        learnerId: to,
        attemptId: target,
        idempotencyKey: taken ? `${idempotencyKey}#${id}` : idempotencyKey,
        // A free place until the hand-ins are numbered again.
        ...(target === attemptId ? {} : { number: -1_000_000 - index }),
      })
      .where('id', '=', id)
      .execute();
  }
}

/** Hand-ins at one scenario, numbered in the order in which they were made. */
async function renumberHandIns(tx: Tx, learnerId: LearnerId, scenarioId: string): Promise<void> {
  const all = await tx
    .selectFrom('submissions')
    .select('id')
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .orderBy('submittedAt')
    .orderBy('id')
    .execute();
  // Through negative numbers, because a number is unique at every moment.
  for (const sign of [-1, 1])
    for (const [index, { id }] of all.entries())
      await tx
        .updateTable('submissions')
        .set({ number: sign * (index + 1) })
        .where('id', '=', id)
        .execute();
}

async function renumberAttempts(tx: Tx, inOrder: readonly Attempt[], learnerId: LearnerId): Promise<void> {
  for (const sign of [-1, 1])
    for (const [index, { id }] of inOrder.entries())
      await tx
        .updateTable('attempts')
        .set({ learnerId, number: sign * (index + 1) })
        .where('id', '=', id)
        .execute();
}

async function draftSavedAt(tx: Tx, learnerId: LearnerId, scenarioId: string): Promise<number | null> {
  const row = await tx
    .selectFrom('drafts')
    .select('savedAt')
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .executeTakeFirst();
  return row?.savedAt ?? null;
}

/** Of two working copies the newer goes on (server/merge-learner.ts), and the attempt that it belongs to with it. */
async function goesOn(tx: Tx, from: LearnerId, to: LearnerId, scenarioId: string): Promise<'from' | 'to'> {
  const [moving, own] = [await draftSavedAt(tx, from, scenarioId), await draftSavedAt(tx, to, scenarioId)];
  return moving !== null && (own === null || own < moving) ? 'from' : 'to';
}

/** Drafts from before variants have no attempt; they are about the figures of the files. */
async function openForOldDrafts(tx: Tx, learnerId: LearnerId): Promise<void> {
  const drafts = await tx
    .selectFrom('drafts')
    .select(['scenarioId', 'savedAt'])
    .where('learnerId', '=', learnerId)
    .execute();
  for (const { scenarioId, savedAt } of drafts) {
    if ((await readAttempts(tx, learnerId, scenarioId)).length > 0) continue;
    const opened = { id: newId(), learnerId, scenarioId, number: 1, variant: 0, openedAt: savedAt };
    await tx.insertInto('attempts').values(opened).execute();
  }
}

/** One attempt of the guest with the figures of the account's latest: their hand-ins become one attempt's. */
async function joinAttempts(tx: Tx, moving: Attempt, own: Attempt, to: LearnerId): Promise<void> {
  await moveHandIns(tx, moving.id, own.id, to);
  await tx
    .updateTable('attempts')
    .set({ openedAt: Math.min(own.openedAt, moving.openedAt) })
    .where('id', '=', own.id)
    .execute();
  await tx.deleteFrom('attempts').where('id', '=', moving.id).execute();
}

async function moveScenario(tx: Tx, from: LearnerId, to: LearnerId, scenarioId: string): Promise<void> {
  const moving = await readAttempts(tx, from, scenarioId);
  const own = await readAttempts(tx, to, scenarioId);
  const [first, latest] = [moving[0], own.at(-1)];
  if (moving.length === 1 && first && latest && first.variant === latest.variant) {
    await joinAttempts(tx, first, latest, to);
  } else {
    const last = await goesOn(tx, from, to, scenarioId);
    for (const { id } of moving) await moveHandIns(tx, id, id, to);
    await renumberAttempts(tx, last === 'from' ? [...own, ...moving] : [...moving, ...own], to);
  }
  await renumberHandIns(tx, to, scenarioId);
}

/**
 * The attempts of a guest become the account's. Where both worked on a scenario with the same figures it is one
 * attempt; with different figures each keeps its own, and the one whose draft goes on is the last.
 */
export async function moveAttempts(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  await openForOldDrafts(tx, from);
  await openForOldDrafts(tx, to);
  const scenarios = await tx
    .selectFrom('attempts')
    .select('scenarioId')
    .distinct()
    .where('learnerId', '=', from)
    .execute();
  for (const { scenarioId } of scenarios) await moveScenario(tx, from, to, scenarioId);
}

/** An account that never had a seed goes on with the one by which its guest read. */
export async function moveStudySeed(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const row = await tx.selectFrom('learners').select('studySeed').where('id', '=', from).executeTakeFirst();
  await tx
    .updateTable('learners')
    .set({ studySeed: row?.studySeed ?? null })
    .where('id', '=', to)
    .where('studySeed', 'is', null)
    .execute();
}
