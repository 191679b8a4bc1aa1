import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import type { LearnerId, ScenarioId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { PartialHandIn } from '@/schemas/scenario';
import { type Draft, DraftSchema } from '@/schemas/submission';
import type { Actor } from './actor';
import { openAttempt } from './attempts/current-attempt';
import { database, inTransaction } from './db/database';
import { contentHash, toJson } from './db/json';
import type { Db, Tx } from './db/open-database';
import { lockLearner } from './learners';
import { newId } from './new-id';

async function readDraft(db: Db | Tx, learnerId: LearnerId, scenarioId: ScenarioId): Promise<Draft | null> {
  const row = await db
    .selectFrom('drafts')
    .select(['scenarioId', 'version', 'handIn', 'savedAt'])
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .executeTakeFirst();
  return row ? DraftSchema.parse({ ...row, handIn: JSON.parse(row.handIn) }) : null;
}

/** The working copy of one's record for a scenario, or null before the first save. */
export async function selectDraft(actor: Actor, scenarioId: ScenarioId): Promise<Draft | null> {
  return readDraft(database(), actor.learnerId, scenarioId);
}

/** Keeps a text that lost against a newer version. The same text is kept once. */
export async function keepLosing(
  tx: Tx,
  learnerId: LearnerId,
  scenarioId: ScenarioId,
  baseVersion: number,
  handIn: PartialHandIn,
) {
  await tx
    .insertInto('draft_conflicts')
    .values({
      id: newId(),
      learnerId,
      scenarioId,
      baseVersion,
      handIn: toJson(handIn),
      contentHash: contentHash(handIn),
      keptAt: Date.now(),
    })
    .onConflict((conflict) => conflict.columns(['learnerId', 'scenarioId', 'contentHash']).doNothing())
    .execute();
}

async function write(tx: Tx, learnerId: LearnerId, draft: Draft): Promise<void> {
  const { scenarioId, version, savedAt } = draft;
  const handIn = toJson(draft.handIn);
  await tx
    .insertInto('drafts')
    .values({ learnerId, scenarioId, version, handIn, savedAt })
    .onConflict((conflict) => conflict.columns(['learnerId', 'scenarioId']).doUpdateSet({ version, handIn, savedAt }))
    .execute();
}

/**
 * Saves the working copy on top of `baseVersion` (0 for the first save). When somebody, usually the same person in
 * another tab, has saved since, the stored draft stays, this text is kept beside it, and `detail` is the stored one.
 * A repeated save of the stored text is a retry and succeeds. A save of an attempt that was closed by starting over is
 * refused, and its text is kept as well.
 */
export async function saveDraft(
  actor: Actor,
  scenarioId: ScenarioId,
  baseVersion: number,
  handIn: PartialHandIn,
  attempt?: number,
): Promise<Outcome<Draft, 'unknown-exercise' | 'stale' | 'attempt-closed', Draft>> {
  const exercise = selectOptionalExercise(await getCourse(), scenarioId);
  if (!exercise) return { ok: false, reason: 'unknown-exercise' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const stored = await readDraft(tx, learnerId, scenarioId);
    const open = await openAttempt(tx, learnerId, exercise, now);
    if (attempt !== undefined && attempt !== open.number) {
      await keepLosing(tx, learnerId, scenarioId, baseVersion, handIn);
      return { ok: false, reason: 'attempt-closed' };
    }
    if (stored && contentHash(stored.handIn) === contentHash(handIn)) return { ok: true, value: stored };
    if (stored && stored.version !== baseVersion) {
      await keepLosing(tx, learnerId, scenarioId, baseVersion, handIn);
      return { ok: false, reason: 'stale', detail: stored };
    }
    const draft: Draft = { scenarioId, version: baseVersion + 1, handIn, savedAt: now };
    await write(tx, learnerId, draft);
    return { ok: true, value: draft };
  });
}

/** Empties the working copy for a new attempt and keeps its text; fulfils with it, or null where there was none. */
export async function putDraftAside(
  tx: Tx,
  learnerId: LearnerId,
  scenarioId: ScenarioId,
  now: number,
): Promise<PartialHandIn | null> {
  const stored = await readDraft(tx, learnerId, scenarioId);
  if (stored) await keepLosing(tx, learnerId, scenarioId, stored.version, stored.handIn);
  const empty: PartialHandIn = { choices: {}, explanation: '' };
  await write(tx, learnerId, { scenarioId, version: (stored?.version ?? 0) + 1, handIn: empty, savedAt: now });
  return stored?.handIn ?? null;
}
