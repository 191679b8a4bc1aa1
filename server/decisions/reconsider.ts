import 'server-only';
import { type Decision, type DecisionLook, DecisionLookSchema, type Reconsidered } from '@/schemas/decision';
import type { DecisionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { readDecisionRow, readDecisionRows, updateDecisionRow } from './decision-store';

const HOUR_MS = 3_600_000;
/** It is tomorrow at UTC+14 first: nobody is asked later than on their own day. */
const EARLIEST_ZONE_MS = 14 * HOUR_MS;

/** The calendar day of an instant where the day begins first, as YYYY-MM-DD. */
const dayOf = (now: number) => new Date(now + EARLIEST_ZONE_MS).toISOString().slice(0, 10);

/**
 * The decisions whose chosen day has come, the longest due first: "would you still decide this?". `now` is an instant in
 * milliseconds. Superseded ones are not asked about. For the studio's list, and for whatever reminds people.
 */
export async function selectDecisionsDue(actor: Actor | null, now: number): Promise<Decision[]> {
  if (!actor) return [];
  const today = dayOf(now);
  return (await readDecisionRows(database(), actor.learnerId))
    .filter(({ record }) => record.reviewOn !== '' && record.reviewOn <= today && record.status !== 'superseded')
    .toSorted((one, other) => (one.record.reviewOn < other.record.reviewOn ? -1 : 1));
}

/** What looking at a decision again came to, the latest first. */
export async function selectLooks(actor: Actor, id: DecisionId): Promise<DecisionLook[]> {
  const rows = await database()
    .selectFrom('decision_looks')
    .select(['answer', 'answeredAt'])
    .where('learnerId', '=', actor.learnerId)
    .where('decisionId', '=', id)
    .orderBy('answeredAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => DecisionLookSchema.parse(row));
}

export interface Look {
  readonly answer: Reconsidered;
  /** When to ask next; '' for not again. */
  readonly reviewOn: string;
  readonly idempotencyKey: string;
}

/** Logs the answer and sets the next day; "superseded" changes the status too. A known key changes nothing. */
export async function reconsiderDecision(
  actor: Actor,
  id: DecisionId,
  { answer, reviewOn, idempotencyKey }: Look,
): Promise<Outcome<Decision, 'unknown-decision'>> {
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const stored = await readDecisionRow(tx, learnerId, id);
    if (!stored) return { ok: false, reason: 'unknown-decision' };
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('decision_looks')
      .values({ id: newId(), learnerId, decisionId: id, answer, idempotencyKey, answeredAt: now })
      .onConflict((conflict) => conflict.columns(['decisionId', 'idempotencyKey']).doNothing())
      .executeTakeFirstOrThrow();
    if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return { ok: true, value: stored };
    const status = answer === 'superseded' ? 'superseded' : stored.record.status;
    const record = { ...stored.record, status, reviewOn };
    const decision: Decision = { ...stored, version: stored.version + 1, record, savedAt: now };
    await updateDecisionRow(tx, decision);
    return { ok: true, value: decision };
  });
}
