import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalItem } from '@/course/select';
import type { AppealBody } from '@/schemas/appeal';
import { type AppealId, AppealIdSchema, type LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { toJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { readAttempt } from '../quiz-attempts';
import { selectResult } from '../submissions';
import { optionsOf } from './item-words';

type Refusal = 'unknown-target' | 'not-in-text' | 'nothing-to-appeal' | 'nobody-rules' | 'already-open';

type Target = Outcome<
  {
    readonly openTarget: string;
    readonly passage: string | null;
    readonly place: {
      readonly submissionId: string | null;
      readonly criterionId: string | null;
      readonly attemptId: string | null;
      readonly lessonId: string | null;
      readonly itemId: string | null;
      readonly optionId: string | null;
    };
  },
  Exclude<Refusal, 'nobody-rules' | 'already-open'>
>;

const NOWHERE = {
  submissionId: null,
  criterionId: null,
  attemptId: null,
  lessonId: null,
  itemId: null,
  optionId: null,
};

/** Through the result page's own picking: nobody appeals against a grade that they have not seen. */
async function criterionTarget(actor: Actor, body: Extract<AppealBody, { kind: 'criterion' }>): Promise<Target> {
  const { submissionId, criterionId, passage } = body;
  const view = await selectResult(actor, submissionId);
  const line = view?.grade?.criteria.find(({ id }) => id === criterionId);
  if (!view || !line) return { ok: false, reason: 'unknown-target' };
  if (line.level === 'full') return { ok: false, reason: 'nothing-to-appeal' };
  const quote = passage && view.handIn.explanation.slice(passage.start, passage.end);
  if (passage && (!quote?.trim() || passage.end > view.handIn.explanation.length))
    return { ok: false, reason: 'not-in-text' };
  return {
    ok: true,
    value: {
      openTarget: `${submissionId} ${criterionId}`,
      passage: passage && toJson({ ...passage, quote }),
      place: { ...NOWHERE, submissionId, criterionId },
    },
  };
}

async function itemTarget(actor: Actor, body: Extract<AppealBody, { kind: 'item' }>): Promise<Target> {
  const { attemptId, itemId, optionId } = body;
  const attempt = await readAttempt(database(), actor.learnerId, attemptId);
  const given = attempt?.responses.find((response) => response.itemId === itemId);
  const item = attempt && selectOptionalItem(await getCourse(), attempt.lessonId, itemId);
  if (!attempt || !given || !item) return { ok: false, reason: 'unknown-target' };
  if (optionId !== null && !optionsOf(item).some(({ id }) => id === optionId))
    return { ok: false, reason: 'unknown-target' };
  if (given.score.type === 'scored' && given.score.isCorrect) return { ok: false, reason: 'nothing-to-appeal' };
  const place = { ...NOWHERE, attemptId, lessonId: attempt.lessonId, itemId, optionId };
  return { ok: true, value: { openTarget: `${attemptId} ${itemId}`, passage: null, place } };
}

/** Whether anybody is there to rule: the learner is in a cohort that is not closed. */
export async function hasOpenCohort(db: Db | Tx, learnerId: LearnerId): Promise<boolean> {
  const row = await db
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select('cohorts.id')
    .where('learnerId', '=', learnerId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Asks for a person to look at one judgement of one's own work. One appeal about a thing is open at a time; the same one
 * sent again, or from another tab, is the one that is there.
 */
export async function sendAppeal(actor: Actor, body: AppealBody): Promise<Outcome<{ appealId: AppealId }, Refusal>> {
  const target = body.kind === 'criterion' ? await criterionTarget(actor, body) : await itemTarget(actor, body);
  if (!target.ok) return target;
  const { openTarget, passage, place } = target.value;
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const open = await tx.selectFrom('appeals').selectAll().where('openTarget', '=', openTarget).executeTakeFirst();
    if (open) {
      const isSame = open.reason === body.reason && open.passage === passage && open.optionId === place.optionId;
      return isSame
        ? { ok: true, value: { appealId: AppealIdSchema.parse(open.id) } }
        : { ok: false, reason: 'already-open' };
    }
    if (!(await hasOpenCohort(tx, learnerId))) return { ok: false, reason: 'nobody-rules' };
    const appealId = AppealIdSchema.parse(newId());
    const unruled = { closedAt: null, rulerId: null, ruling: null, levelBefore: null, level: null, event: null };
    await tx
      .insertInto('appeals')
      .values({
        ...{ id: appealId, learnerId, kind: body.kind, ...place, openTarget, passage, reason: body.reason },
        ...{ status: 'open', createdAt: now, seenAt: null, ...unruled, isAlone: 0, scoreBefore: null },
      })
      .execute();
    return { ok: true, value: { appealId } };
  });
}

/** Takes one's own appeal back while nobody has ruled on it. Again: nothing changes. */
export async function withdrawAppeal(
  actor: Actor,
  appealId: AppealId,
): Promise<Outcome<null, 'unknown-appeal' | 'already-ruled'>> {
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const row = await tx
      .selectFrom('appeals')
      .select('status')
      .where('id', '=', appealId)
      .where('learnerId', '=', learnerId)
      .executeTakeFirst();
    if (!row) return { ok: false, reason: 'unknown-appeal' };
    if (row.status === 'withdrawn') return { ok: true, value: null };
    const withdrawn = await tx
      .updateTable('appeals')
      .set({ status: 'withdrawn', openTarget: null, closedAt: Date.now() })
      .where('id', '=', appealId)
      .where('status', '=', 'open')
      .returning('id')
      .executeTakeFirst();
    return withdrawn ? { ok: true, value: null } : { ok: false, reason: 'already-ruled' };
  });
}
