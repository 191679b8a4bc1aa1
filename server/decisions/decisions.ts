import 'server-only';
import { type Decision, type DecisionRecord, MOST_DECISIONS } from '@/schemas/decision';
import { type DecisionId, DecisionIdSchema, type LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { contentHash, toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { fits, readDecisionRow, readDecisionRows, updateDecisionRow } from './decision-store';

/**
 * Decisions are private: every function here reads and writes the rows of the actor alone, and no function of the
 * instructor's side touches these tables.
 */

/** One's own decision, or null. Somebody else's is as unknown as one that never was. */
export async function selectDecision(actor: Actor, id: DecisionId): Promise<Decision | null> {
  return readDecisionRow(database(), actor.learnerId, id);
}

/** One's own decisions, the one saved last first; nothing for a visitor. */
export async function selectDecisions(actor: Actor | null): Promise<Decision[]> {
  return actor ? readDecisionRows(database(), actor.learnerId) : [];
}

interface Added {
  readonly decision: Decision;
}
type AddRefusal = 'too-many' | 'too-large' | 'key-reused';

async function findAdded(
  tx: Tx,
  learnerId: LearnerId,
  key: string,
  hash: string,
): Promise<Outcome<Added, AddRefusal> | null> {
  const earlier = await tx
    .selectFrom('decisions')
    .select(['id', 'contentHash'])
    .where('learnerId', '=', learnerId)
    .where('idempotencyKey', '=', key)
    .executeTakeFirst();
  if (!earlier) return null;
  if (earlier.contentHash !== hash) return { ok: false, reason: 'key-reused' };
  const decision = await readDecisionRow(tx, learnerId, DecisionIdSchema.parse(earlier.id));
  if (!decision) throw new Error(`the decision ${earlier.id} has gone within one transaction`);
  return { ok: true, value: { decision } };
}

/** Adds a decision. The same key with the same record is a retry and gets the decision that the first one made. */
export async function addDecision(
  actor: Actor,
  idempotencyKey: string,
  record: DecisionRecord,
): Promise<Outcome<Added, AddRefusal>> {
  if (!fits(record)) return { ok: false, reason: 'too-large' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const hash = contentHash(record);
    const earlier = await findAdded(tx, learnerId, idempotencyKey, hash);
    if (earlier) return earlier;
    if ((await readDecisionRows(tx, learnerId)).length >= MOST_DECISIONS) return { ok: false, reason: 'too-many' };
    const decision: Decision = { id: DecisionIdSchema.parse(newId()), version: 1, record, savedAt: now };
    await tx
      .insertInto('decisions')
      .values({
        id: decision.id,
        learnerId,
        version: decision.version,
        record: toJson(record),
        reviewOn: record.reviewOn,
        idempotencyKey,
        contentHash: hash,
        createdAt: now,
        savedAt: now,
      })
      .execute();
    return { ok: true, value: { decision } };
  });
}

/** Keeps a text that lost against a newer version. The same text is kept once. */
async function keepLosing(tx: Tx, learnerId: LearnerId, id: DecisionId, baseVersion: number, record: DecisionRecord) {
  await tx
    .insertInto('decision_conflicts')
    .values({
      id: newId(),
      learnerId,
      decisionId: id,
      baseVersion,
      record: toJson(record),
      contentHash: contentHash(record),
      keptAt: Date.now(),
    })
    .onConflict((conflict) => conflict.columns(['decisionId', 'contentHash']).doNothing())
    .execute();
}

/**
 * Saves on top of `baseVersion`. When another tab has saved since, the stored record stays, this one is kept beside it,
 * and `detail` is the stored one. A repeated save of the stored record is a retry and succeeds.
 */
export async function saveDecision(
  actor: Actor,
  id: DecisionId,
  baseVersion: number,
  record: DecisionRecord,
): Promise<Outcome<Decision, 'unknown-decision' | 'too-large' | 'stale', Decision>> {
  if (!fits(record)) return { ok: false, reason: 'too-large' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const stored = await readDecisionRow(tx, learnerId, id);
    if (!stored) return { ok: false, reason: 'unknown-decision' };
    if (contentHash(stored.record) === contentHash(record)) return { ok: true, value: stored };
    if (stored.version !== baseVersion) {
      await keepLosing(tx, learnerId, id, baseVersion, record);
      return { ok: false, reason: 'stale', detail: stored };
    }
    const decision: Decision = { id, version: baseVersion + 1, record, savedAt: now };
    await updateDecisionRow(tx, decision);
    return { ok: true, value: decision };
  });
}

/** Removes one's own decision with everything kept beside it. Removing it again changes nothing. */
export async function removeDecision(actor: Actor, id: DecisionId): Promise<void> {
  await inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    if (!(await readDecisionRow(tx, learnerId, id))) return;
    await tx.deleteFrom('decision_looks').where('decisionId', '=', id).execute();
    await tx.deleteFrom('decision_conflicts').where('decisionId', '=', id).execute();
    await tx.deleteFrom('decisions').where('id', '=', id).execute();
  });
}
