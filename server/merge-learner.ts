import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import { moveExtensions } from './assignments/extensions';
import { moveAttempts, moveStudySeed } from './attempts/move-attempts';
import { moveFeed } from './calendar/move-feed';
import { moveRebuttals } from './contrary/move-rebuttals';
import { inTransaction } from './db/database';
import { contentHash } from './db/json';
import type { Tx } from './db/open-database';
import { moveDecisions } from './decisions/move-decisions';
import { moveEnrolments } from './invites/move-enrolments';
import { moveKeyedRows } from './keyed-rows';
import { ensureLearner } from './learners';
import { moveVotes } from './live/move-votes';
import { moveNotices } from './move-notices';
import { newId } from './new-id';
import { moveRecall } from './recall/move-recall';
import { recomputeRollups } from './rollups';

async function moveReads(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const reads = await tx.selectFrom('lesson_reads').selectAll().where('learnerId', '=', from).execute();
  for (const { lessonId, readAt } of reads)
    await tx
      .insertInto('lesson_reads')
      .values({ learnerId: to, lessonId, readAt })
      .onConflict((conflict) => conflict.columns(['learnerId', 'lessonId']).doNothing())
      .execute();
  await tx.deleteFrom('lesson_reads').where('learnerId', '=', from).execute();
}

/** All quiz attempts of both, numbered again in the order in which they were opened. */
async function moveQuizAttempts(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const all = await tx
    .selectFrom('quiz_attempts')
    .select(['id', 'learnerId', 'lessonId'])
    .where('learnerId', 'in', [from, to])
    .orderBy('openedAt')
    .orderBy('id')
    .execute();
  const lessons = new Set(all.filter((attempt) => attempt.learnerId === from).map((attempt) => attempt.lessonId));
  for (const lessonId of lessons) {
    const attempts = all.filter((attempt) => attempt.lessonId === lessonId);
    // Through negative numbers, because (learner, lesson, number) is unique at every moment.
    for (const [index, { id }] of attempts.entries())
      await tx
        .updateTable('quiz_attempts')
        .set({ learnerId: to, number: -index - 1 })
        .where('id', '=', id)
        .execute();
    for (const [index, { id }] of attempts.entries())
      await tx
        .updateTable('quiz_attempts')
        .set({ number: index + 1 })
        .where('id', '=', id)
        .execute();
  }
}

/** Of two drafts the newer stays the working copy; the older text is kept beside it. */
async function moveDrafts(tx: Tx, from: LearnerId, to: LearnerId, now: number): Promise<void> {
  const drafts = await tx.selectFrom('drafts').selectAll().where('learnerId', '=', from).execute();
  for (const draft of drafts) {
    const own = await tx
      .selectFrom('drafts')
      .selectAll()
      .where('learnerId', '=', to)
      .where('scenarioId', '=', draft.scenarioId)
      .executeTakeFirst();
    const [newer, older] = own && own.savedAt >= draft.savedAt ? [own, draft] : [draft, own];
    await tx
      .deleteFrom('drafts')
      .where('learnerId', 'in', [from, to])
      .where('scenarioId', '=', draft.scenarioId)
      .execute();
    const version = Math.max(draft.version, own?.version ?? 0) + (older && older.handIn !== newer.handIn ? 1 : 0);
    await tx
      .insertInto('drafts')
      .values({ ...newer, learnerId: to, version })
      .execute();
    if (!older || older.handIn === newer.handIn) continue;
    await tx
      .insertInto('draft_conflicts')
      .values({
        id: newId(),
        learnerId: to,
        scenarioId: draft.scenarioId,
        baseVersion: older.version,
        handIn: older.handIn,
        contentHash: contentHash(JSON.parse(older.handIn)),
        keptAt: now,
      })
      .onConflict((conflict) => conflict.columns(['learnerId', 'scenarioId', 'contentHash']).doNothing())
      .execute();
  }
}

async function moveConflicts(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const texts = await tx.selectFrom('draft_conflicts').selectAll().where('learnerId', '=', from).execute();
  for (const text of texts)
    await tx
      .insertInto('draft_conflicts')
      .values({ ...text, id: newId(), learnerId: to })
      .onConflict((conflict) => conflict.columns(['learnerId', 'scenarioId', 'contentHash']).doNothing())
      .execute();
  await tx.deleteFrom('draft_conflicts').where('learnerId', '=', from).execute();
}

async function movePreferences(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const row = await tx.selectFrom('preferences').selectAll().where('learnerId', '=', from).executeTakeFirst();
  if (!row) return;
  await tx
    .insertInto('preferences')
    .values({ ...row, learnerId: to })
    .onConflict((conflict) => conflict.column('learnerId').doNothing())
    .execute();
  await tx.deleteFrom('preferences').where('learnerId', '=', from).execute();
}

/** A choice of the account's own stands; opinions themselves hang on submissions and move with them. */
async function moveOpinionChoices(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const rows = await tx.selectFrom('opinion_choices').selectAll().where('learnerId', '=', from).execute();
  for (const row of rows)
    await tx
      .insertInto('opinion_choices')
      .values({ ...row, learnerId: to })
      .onConflict((conflict) => conflict.columns(['learnerId', 'recipientId']).doNothing())
      .execute();
  await tx.deleteFrom('opinion_choices').where('learnerId', '=', from).execute();
}

/** A path that the account chose itself stands. */
async function movePathChoice(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const row = await tx.selectFrom('path_choices').selectAll().where('learnerId', '=', from).executeTakeFirst();
  if (!row) return;
  await tx
    .insertInto('path_choices')
    .values({ ...row, learnerId: to })
    .onConflict((conflict) => conflict.column('learnerId').doNothing())
    .execute();
  await tx.deleteFrom('path_choices').where('learnerId', '=', from).execute();
}

/** A hint that both have opened counts once; predictions hang on submissions and move with them. */
async function moveHintUses(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  const rows = await tx.selectFrom('hint_uses').selectAll().where('learnerId', '=', from).execute();
  for (const row of rows)
    await tx
      .insertInto('hint_uses')
      .values({ ...row, learnerId: to })
      .onConflict((conflict) => conflict.columns(['learnerId', 'scenarioId', 'criterionId', 'step']).doNothing())
      .execute();
  await tx.deleteFrom('hint_uses').where('learnerId', '=', from).execute();
}

/** Locks both rows in the order of their ids, so that two merges cannot wait for each other. */
async function lockBoth(tx: Tx, from: LearnerId, to: LearnerId, now: number): Promise<boolean> {
  let isOpen = false;
  for (const id of [from, to].sort()) {
    const row = await tx
      .updateTable('learners')
      .set((eb) => ({ lastActiveAt: now, writes: eb('writes', '+', 1) }))
      .where('id', '=', id)
      .returning('mergedInto')
      .executeTakeFirst();
    if (id === from) isOpen = row !== undefined && row.mergedInto === null;
  }
  return isOpen;
}

/**
 * Moves everything a guest did to an account, in one transaction (docs/decisions/010-guests-and-merging.md). Nothing
 * is thrown away: attempts are numbered again, the losing one of two drafts is kept, roll-ups are rebuilt. Running it
 * again does nothing. The guest's sessions end; their learner row stays and points at the account.
 */
export async function mergeLearner(from: LearnerId, to: LearnerId): Promise<void> {
  if (from === to) return;
  await inTransaction(async (tx) => {
    const now = Date.now();
    await ensureLearner(tx, to, now);
    if (!(await lockBoth(tx, from, to, now))) return;
    await moveReads(tx, from, to);
    await moveQuizAttempts(tx, from, to);
    await moveAttempts(tx, from, to);
    // Rounds follow the hand-ins they belong to, so their numbers stay what they are.
    await moveKeyedRows(tx, 'twist_rounds', from, to);
    await moveStudySeed(tx, from, to);
    await moveRebuttals(tx, from, to);
    await moveDrafts(tx, from, to, now);
    await moveConflicts(tx, from, to);
    await movePreferences(tx, from, to);
    await moveOpinionChoices(tx, from, to);
    await moveHintUses(tx, from, to);
    await movePathChoice(tx, from, to);
    await moveRecall(tx, from, to, now);
    await moveDecisions(tx, from, to);
    await moveKeyedRows(tx, 'problem_reports', from, to);
    await tx.updateTable('appeals').set({ learnerId: to }).where('learnerId', '=', from).execute();
    await moveNotices(tx, from, to);
    await moveExtensions(tx, from, to);
    await moveFeed(tx, from, to);
    await moveVotes(tx, from, to);
    // All links stay valid: somebody may have been given them.
    await tx.updateTable('certificates').set({ learnerId: to }).where('learnerId', '=', from).execute();
    await tx.updateTable('placements').set({ learnerId: to }).where('learnerId', '=', from).execute();
    await tx.deleteFrom('learner_items').where('learnerId', '=', from).execute();
    await tx.deleteFrom('learner_exercises').where('learnerId', '=', from).execute();
    await recomputeRollups(tx, LearnerIdSchema.parse(to));
    await moveEnrolments(tx, from, to);
    await tx.updateTable('learners').set({ mergedInto: to }).where('id', '=', from).execute();
    await tx.deleteFrom('session').where('userId', '=', from).execute();
  });
}
