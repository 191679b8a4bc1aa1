import 'server-only';
import {
  type Decision,
  type DecisionLook,
  DecisionLookSchema,
  type DecisionRecord,
  type Reconsidered,
} from '@/schemas/decision';
import type { DecisionId, LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { readDecisionRow, readDecisionRows, updateDecisionRow } from './decision-store';

const HOUR_MS = 3_600_000;
/** It is tomorrow at UTC+14 first: nobody is asked later than on their own day. */
const EARLIEST_ZONE_MS = 14 * HOUR_MS;

/** The calendar day of an instant where the day begins first, as YYYY-MM-DD. */
const dayOf = (now: number) => new Date(now + EARLIEST_ZONE_MS).toISOString().slice(0, 10);

/** Whether a decision has a day to look at it again: superseded ones are not asked about. */
export const isAskedAgain = ({ reviewOn, status }: DecisionRecord) => reviewOn !== '' && status !== 'superseded';

/**
 * The decisions whose chosen day has come, the longest due first: "would you still decide this?". `now` is an instant in
 * milliseconds. For the studio's list; spaced review makes cards of the same rows (server/recall/).
 */
export async function selectDecisionsDue(actor: Actor | null, now: number): Promise<Decision[]> {
  if (!actor) return [];
  const today = dayOf(now);
  return (await readDecisionRows(database(), actor.learnerId))
    .filter(({ record }) => isAskedAgain(record) && record.reviewOn <= today)
    .toSorted((one, other) => (one.record.reviewOn < other.record.reviewOn ? -1 : 1));
}

/** What looking at a decision again came to, the latest first. */
export async function selectLooks(actor: Actor, id: DecisionId): Promise<DecisionLook[]> {
  const rows = await database()
    .selectFrom('decision_looks')
    .select(['answer', 'note', 'answeredAt'])
    .where('learnerId', '=', actor.learnerId)
    .where('decisionId', '=', id)
    .orderBy('answeredAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => DecisionLookSchema.parse(row));
}

export interface Look {
  readonly answer: Reconsidered;
  readonly note?: string;
  /** When to ask next; '' for not again. */
  readonly reviewOn: string;
  readonly idempotencyKey: string;
}

/** The same in a transaction that has locked the learner and read the decision. */
export async function storeLook(
  tx: Tx,
  learnerId: LearnerId,
  stored: Decision,
  { answer, note = '', reviewOn, idempotencyKey }: Look,
  now: number,
): Promise<Decision> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('decision_looks')
    .values({ id: newId(), learnerId, decisionId: stored.id, answer, note, idempotencyKey, answeredAt: now })
    .onConflict((conflict) => conflict.columns(['decisionId', 'idempotencyKey']).doNothing())
    .executeTakeFirstOrThrow();
  if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return stored;
  const status = answer === 'superseded' ? 'superseded' : stored.record.status;
  const record = { ...stored.record, status, reviewOn };
  const decision: Decision = { ...stored, version: stored.version + 1, record, savedAt: now };
  await updateDecisionRow(tx, decision);
  return decision;
}

/** Logs the answer and sets the next day; "superseded" changes the status too. A known key changes nothing. */
export async function reconsiderDecision(
  actor: Actor,
  id: DecisionId,
  look: Look,
): Promise<Outcome<Decision, 'unknown-decision'>> {
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const stored = await readDecisionRow(tx, learnerId, id);
    if (!stored) return { ok: false, reason: 'unknown-decision' };
    return { ok: true, value: await storeLook(tx, learnerId, stored, look, now) };
  });
}
