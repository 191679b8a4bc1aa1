import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { readOwnCourse } from '../attempts/own-course';
import { database, inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { type CalledFor, type CardSource, cardsCalledFor, resolveSource, sourceHash } from './card-sources';
import { type RecallCard, readCards, readState, writeState } from './cards';
import { middayOf } from './days';
import { type OwnSources, readOwnSources } from './own-sources';
import { readMark, readTraces } from './traces';

const ROWS_AT_ONCE = 100;

/** What cards are made of, and by whose days. */
interface Making {
  readonly sources: OwnSources;
  readonly timeZone: string | null;
  readonly now: number;
}

async function insertMissing(
  tx: Tx,
  learnerId: LearnerId,
  { sources, timeZone }: Making,
  wanted: readonly CalledFor[],
) {
  const rows = wanted.flatMap(({ kind, sourceKey, at, dueOn }) => {
    const source = resolveSource(sources, kind, sourceKey);
    // What has left the course since it was missed makes no card; the row stays, and makes one should it come back.
    if (!source) return [];
    return [
      {
        id: newId(),
        learnerId,
        kind,
        sourceKey,
        contentHash: sourceHash(source),
        memory: null,
        dueAt: dueOn === undefined ? at : middayOf(dueOn, timeZone),
        version: 0,
        createdAt: at,
        changedAt: null,
        retiredAt: null,
      },
    ];
  });
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE)
    await tx
      .insertInto('recall_cards')
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.columns(['learnerId', 'kind', 'sourceKey']).doNothing())
      .execute();
}

/** An edited card is asked at once; a decision keeps the day that its owner chose, also where they chose another. */
function dueAfterEdit(card: RecallCard, source: CardSource, { timeZone, now }: Making): number {
  if (source.kind === 'decision') return middayOf(source.decision.record.reviewOn, timeZone);
  return Math.min(card.dueAt, now);
}

/** Retires a card whose source is gone, brings one back, and asks an edited one at once. */
async function followSource(tx: Tx, making: Making, card: RecallCard): Promise<void> {
  const { sources, now } = making;
  const source = resolveSource(sources, card.kind, card.sourceKey);
  const update = tx.updateTable('recall_cards').where('id', '=', card.id);
  if (!source) {
    if (card.retiredAt === null) await update.set({ retiredAt: now }).execute();
    return;
  }
  if (card.retiredAt !== null) await update.set({ retiredAt: null }).execute();
  const hash = sourceHash(source);
  if (hash === card.contentHash) return;
  // The memory stays: an edit seldom changes what must be remembered, and asking finds out (docs/decisions/021).
  await update
    .set({
      contentHash: hash,
      changedAt: card.memory ? now : null,
      dueAt: dueAfterEdit(card, source, making),
      version: card.version + 1,
    })
    .execute();
}

async function makeCards(tx: Tx, learnerId: LearnerId, now: number): Promise<void> {
  const { timeZone } = await readState(tx, learnerId);
  const making: Making = { sources: await readOwnSources(tx, learnerId), timeZone, now };
  const stored = await readCards(tx, learnerId);
  const keys = new Set(stored.map(({ kind, sourceKey }) => `${kind}:${sourceKey}`));
  const wanted = cardsCalledFor(making.sources.course, await readTraces(tx, learnerId));
  await insertMissing(
    tx,
    learnerId,
    making,
    wanted.filter(({ kind, sourceKey }) => !keys.has(`${kind}:${sourceKey}`)),
  );
  for (const card of stored) await followSource(tx, making, card);
}

/**
 * Makes the cards that a learner's work calls for and that are not there yet, and follows edits of the course. Cards are
 * made from the rows of answers and grades when somebody looks, never beside them: so none is lost, whatever wrote the
 * row, and the unique source makes none twice. Does nothing but compare while neither rows nor course have changed.
 */
export async function ensureCards(actor: Actor): Promise<void> {
  const { contentHash } = await readOwnCourse(database(), actor.learnerId);
  // Without a row left nothing is called for; cards of a decision that was deleted still have to go.
  const markOf = (rows: string | null) => (rows === null ? '' : `${contentHash}/${rows}`);
  const mark = markOf(await readMark(database(), actor.learnerId));
  if (mark === (await readState(database(), actor.learnerId)).mark) return;
  await inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    await makeCards(tx, learnerId, now);
    await writeState(tx, learnerId, { mark: markOf(await readMark(tx, learnerId)) });
  });
}
