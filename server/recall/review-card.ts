import 'server-only';
import {
  type LearnerId,
  type RecallCardId,
  RecallCardIdSchema,
  type RecallReviewId,
  RecallReviewIdSchema,
} from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { RecallAnswer, RecallBack, RecallQueue } from '@/schemas/recall';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { type Assessed, assessAnswer } from './assess-answer';
import { toBack } from './card-backs';
import { type CardSource, resolveSource } from './card-sources';
import { type RecallCard, readCard } from './cards';
import { insertLog, type RecallLog, readLog, readLogOf } from './logs';
import { openExercises } from './open-exercises';
import { readOwnSources } from './own-sources';
import { readQueue, readToday } from './queue';
import { schedule } from './schedule';
import { storeDecisionAnswer } from './store-decision-answer';

export interface Reviewed {
  readonly back: RecallBack;
  readonly queue: RecallQueue;
}

type Refusal = 'unknown-card' | 'stale-card' | 'paused' | 'not-due' | 'unscorable' | 'unjudged';

/** Stores one answer: the log, and the card as it is after it. */
async function store(
  tx: Tx,
  learnerId: LearnerId,
  card: RecallCard,
  answer: RecallAnswer,
  { rating, verdict }: Assessed,
): Promise<RecallLog> {
  const { memory, elapsedDays } = schedule(card.memory, rating, Date.now());
  const log: RecallLog = {
    id: RecallReviewIdSchema.parse(newId()),
    cardId: card.id,
    cardVersion: card.version,
    rating,
    answer,
    verdict,
    before: card.memory,
    dueBefore: card.dueAt,
    dueAfter: memory.due,
    elapsedDays,
    scheduledDays: memory.scheduledDays,
    reviewedAt: memory.reviewedAt,
    undoneAt: null,
  };
  await insertLog(tx, learnerId, log);
  await tx
    .updateTable('recall_cards')
    .set({ memory: toJson(memory), dueAt: memory.due, version: card.version + 1, changedAt: null })
    .where('id', '=', card.id)
    .execute();
  return log;
}

interface Kept {
  readonly log: RecallLog;
  readonly isEarlier: boolean;
}

/** The answer that this version of the card already has: a retry, or another tab. One taken back does not count. */
async function earlier(db: Db | Tx, learnerId: LearnerId, id: RecallCardId, version: number): Promise<Kept | null> {
  const log = await readLogOf(db, learnerId, id, version);
  return log && log.undoneAt === null ? { log, isEarlier: true } : null;
}

interface Given {
  readonly cardId: RecallCardId;
  readonly version: number;
  readonly answer: RecallAnswer;
}

/** Stores an answer within the transaction; null where the card is not what was answered any more. */
type Store = (tx: Tx, learnerId: LearnerId, card: RecallCard, timeZone: string | null) => Promise<RecallLog | null>;

async function keep(actor: Actor, given: Given, storeIt: Store): Promise<Outcome<Kept, Refusal>> {
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const raced = await earlier(tx, learnerId, given.cardId, given.version);
    if (raced) return { ok: true, value: raced };
    const card = await readCard(tx, learnerId, given.cardId);
    if (!card) return { ok: false, reason: 'unknown-card' };
    if (card.version !== given.version || card.retiredAt !== null) return { ok: false, reason: 'stale-card' };
    const { state, plan } = await readToday(tx, learnerId, now);
    if (state.pausedAt !== null) return { ok: false, reason: 'paused' };
    if (!plan.today.some(({ id }) => id === card.id)) return { ok: false, reason: 'not-due' };
    const log = await storeIt(tx, learnerId, card, state.timeZone);
    return log ? { ok: true, value: { log, isEarlier: false } } : { ok: false, reason: 'stale-card' };
  });
}

async function toReviewed(learnerId: LearnerId, { log, isEarlier }: Kept, source: CardSource | null) {
  const back = toBack(log, source, await openExercises(database(), learnerId), isEarlier);
  return { ok: true, value: { back, queue: await readQueue(learnerId) } } as const;
}

/** What is done with an answer; judging comes before the transaction, because it can take a moment. */
async function howToStore(
  source: CardSource,
  answer: RecallAnswer,
): Promise<Outcome<Store, 'unscorable' | 'unjudged'>> {
  if (source.kind === 'decision') {
    if (answer.type !== 'decision') return { ok: false, reason: 'unscorable' };
    return { ok: true, value: (tx, learnerId, card, zone) => storeDecisionAnswer(tx, learnerId, card, answer, zone) };
  }
  const assessed = await assessAnswer(source, answer);
  if (!assessed.ok) return assessed;
  return { ok: true, value: (tx, learnerId, card) => store(tx, learnerId, card, answer, assessed.value) };
}

/**
 * Takes the answer to one version of a card, and fulfils with what came of it and what is asked next. Judged before the
 * transaction, as hand-ins are. The pair of card and version is the key of a retry: the second answer to it, from this
 * tab or another, gets what came of the first.
 */
export async function reviewCard(actor: Actor, given: Given): Promise<Outcome<Reviewed, Refusal>> {
  const { learnerId } = actor;
  const card = await readCard(database(), learnerId, given.cardId);
  if (!card) return { ok: false, reason: 'unknown-card' };
  const source = resolveSource(await readOwnSources(database(), learnerId), card.kind, card.sourceKey);
  const before = await earlier(database(), learnerId, card.id, given.version);
  if (before) return toReviewed(learnerId, before, source);
  if (!source || card.version !== given.version) return { ok: false, reason: 'stale-card' };
  const storing = await howToStore(source, given.answer);
  if (!storing.ok) return storing;
  const kept = await keep(actor, given, storing.value);
  return kept.ok ? toReviewed(learnerId, kept.value, source) : kept;
}

async function takeBack(tx: Tx, log: RecallLog, card: RecallCard, now: number): Promise<void> {
  await tx.updateTable('recall_logs').set({ undoneAt: now }).where('id', '=', log.id).execute();
  await tx
    .updateTable('recall_cards')
    .set({ memory: log.before && toJson(log.before), dueAt: log.dueBefore, version: card.version + 1 })
    .where('id', '=', card.id)
    .execute();
}

/** Takes back the last answer of today: the card is asked again as if it had not been given. The log keeps it, as undone. */
export async function undoReview(
  actor: Actor,
  reviewId: RecallReviewId,
): Promise<Outcome<RecallQueue, 'unknown-review' | 'too-late' | 'paused'>> {
  const undone = await inTransaction(async (tx): Promise<'done' | 'unknown-review' | 'too-late' | 'paused'> => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const log = await readLog(tx, learnerId, reviewId);
    if (!log) return 'unknown-review';
    if (log.undoneAt !== null) return 'done';
    const { state, done } = await readToday(tx, learnerId, now);
    if (state.pausedAt !== null) return 'paused';
    const card = await readCard(tx, learnerId, RecallCardIdSchema.parse(log.cardId));
    // An answer about a decision changed its record, where it can be changed again.
    if (card?.kind === 'decision') return 'too-late';
    if (done.at(-1)?.id !== log.id || card?.version !== log.cardVersion + 1) return 'too-late';
    await takeBack(tx, log, card, now);
    return 'done';
  });
  if (undone !== 'done') return { ok: false, reason: undone };
  return { ok: true, value: await readQueue(actor.learnerId) };
}
