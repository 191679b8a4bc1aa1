import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalItem } from '@/course/select';
import type { AppealRulingBody } from '@/schemas/appeal';
import { LearnerIdSchema } from '@/schemas/ids';
import { ItemScoreSchema } from '@/schemas/item';
import type { Actor } from '../actor';
import { fromJson, toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { holdLearner } from '../learners';
import { recomputeItems } from '../rollups';
import { type AppealRow, closeAppeal, type Ruled } from './close-appeal';

/** The share right of a finished attempt, after one answer of it counts otherwise. */
async function recountAttempt(tx: Tx, attemptId: string): Promise<void> {
  const rows = await tx.selectFrom('item_responses').select('score').where('attemptId', '=', attemptId).execute();
  const attempt = await tx
    .selectFrom('quiz_attempts')
    .select(['itemIds', 'finishedAt'])
    .where('id', '=', attemptId)
    .executeTakeFirstOrThrow();
  if (attempt.finishedAt === null) return;
  const right = rows.filter(({ score }) => {
    const read = fromJson(score, ItemScoreSchema);
    return read.type === 'scored' && read.isCorrect;
  }).length;
  const score = right / Math.max(1, (JSON.parse(attempt.itemIds) as unknown[]).length);
  await tx.updateTable('quiz_attempts').set({ score }).where('id', '=', attemptId).execute();
}

/** Upheld, the answer counts as right from now on; the score that it had is kept with the appeal. */
export async function ruleOnItem(tx: Tx, actor: Actor, appeal: AppealRow, body: AppealRulingBody): Promise<Ruled> {
  const { attemptId, itemId, lessonId } = appeal;
  const item = selectOptionalItem(await getCourse(), lessonId ?? '', itemId ?? '');
  const about = { title: (item?.stem ?? itemId ?? '').slice(0, 160), href: '/appeals' };
  if (body.ruling.outcome === 'reject') {
    await closeAppeal(tx, actor, appeal, body, { status: 'rejected' }, about);
    return { ok: true, value: { status: 'rejected' } };
  }
  const learnerId = await holdLearner(tx, LearnerIdSchema.parse(appeal.learnerId));
  const stored = await tx
    .selectFrom('item_responses')
    .select('score')
    .where('attemptId', '=', attemptId)
    .where('itemId', '=', itemId)
    .executeTakeFirst();
  if (!stored) return { ok: false, reason: 'no-grade' };
  const right = toJson(ItemScoreSchema.parse({ type: 'scored', share: 1, isCorrect: true }));
  await tx
    .updateTable('item_responses')
    .set({ score: right })
    .where('attemptId', '=', attemptId)
    .where('itemId', '=', itemId)
    .execute();
  await recountAttempt(tx, String(attemptId));
  await recomputeItems(tx, learnerId);
  await closeAppeal(tx, actor, appeal, body, { status: 'upheld', scoreBefore: stored.score }, about);
  return { ok: true, value: { status: 'upheld' } };
}
