import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import type { LearnerId, ScenarioId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { PartialHandIn } from '@/schemas/scenario';
import { type Draft, DraftSchema } from '@/schemas/submission';
import type { Actor } from './actor';
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
async function keepLosing(
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
 * A repeated save of the stored text is a retry and succeeds.
 */
export async function saveDraft(
  actor: Actor,
  scenarioId: ScenarioId,
  baseVersion: number,
  handIn: PartialHandIn,
): Promise<Outcome<Draft, 'unknown-exercise' | 'stale', Draft>> {
  if (!selectOptionalExercise(await getCourse(), scenarioId)) return { ok: false, reason: 'unknown-exercise' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const stored = await readDraft(tx, learnerId, scenarioId);
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
