import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { GradeSchema } from '@/schemas/grade';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import { type QueueReason, type ReviewQueue, ReviewQueueSchema } from '@/schemas/review-desk';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { cohortsWith, mayIn, requireIn } from '../authority';
import { database, inTransaction } from '../db/database';
import { fromJson } from '../db/json';
import { findAlikeTexts } from './alike-texts';
import { readHeld } from './leases';
import { othersIn } from './review-scope';
import { readSamplePercent, readWaiting, type WaitingDraft } from './waiting-drafts';

const MOST = 100;
const DAY_MS = 86_400_000;

async function toEntries(actor: Actor, waiting: readonly WaitingDraft[], now: number) {
  if (waiting.length === 0) return [];
  const [course, held] = [await getCourse(), await readHeld(actor, now)];
  const ids = waiting.map(({ submissionId }) => submissionId);
  const rows = await database()
    .selectFrom('submissions')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .select(['submissions.id', 'number', 'submittedAt', 'grade'])
    .where('submissions.id', 'in', ids)
    .execute();
  return waiting.flatMap(({ submissionId, scenarioId, reasons }) => {
    const row = rows.find(({ id }) => id === submissionId);
    if (!row) return [];
    const { overall, flags } = fromJson(row.grade, GradeSchema);
    const scenarioTitle = selectOptionalExercise(course, scenarioId)?.scenario.title ?? scenarioId;
    const { number, submittedAt } = row;
    const heldUntil = held.get(submissionId) ?? null;
    return [{ submissionId, scenarioId, scenarioTitle, number, submittedAt, overall, reasons, flags, heldUntil }];
  });
}

function countReasons(waiting: readonly WaitingDraft[]): Partial<Record<QueueReason, number>> {
  const counts: Partial<Record<QueueReason, number>> = {};
  for (const reason of waiting.flatMap(({ reasons }) => reasons)) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

async function countDecided(actor: Actor, since: number): Promise<number> {
  const rows = await database()
    .selectFrom('reviews')
    .select('submissionId')
    .distinct()
    .where('reviewerId', '=', actor.learnerId)
    .where('decision', '!=', 'undo')
    .where('at', '>=', since)
    .execute();
  return rows.length;
}

/** The queue of a cohort: what waits, why, and who is at it, without a name; null for a cohort that is not there. */
export async function selectReviewQueue(actor: Actor, cohortId: CohortId): Promise<ReviewQueue | null> {
  requireIn(actor, cohortId, 'review', 'read the review queue');
  const cohort = await database().selectFrom('cohorts').select('name').where('id', '=', cohortId).executeTakeFirst();
  if (!cohort) return null;
  await findAlikeTexts(actor, cohortId);
  const waiting = await readWaiting(actor, cohortId);
  const now = Date.now();
  return ReviewQueueSchema.parse({
    cohortId,
    cohortName: cohort.name,
    mayManage: mayIn(actor, cohortId, 'manage'),
    samplePercent: await readSamplePercent(cohortId),
    total: waiting.length,
    counts: countReasons(waiting),
    entries: await toEntries(actor, waiting.slice(0, MOST), now),
    decided: await countDecided(actor, now - DAY_MS),
  });
}

async function countAppeals(actor: Actor, cohortId: CohortId): Promise<number> {
  const { count } = await database()
    .selectFrom('appeals')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('status', '=', 'open')
    .where('appeals.learnerId', 'in', othersIn(database(), cohortId, actor))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * How many drafts and appeals wait in each cohort that the actor reviews, or in the one asked for, most drafts first;
 * empty for everybody else.
 */
export async function countWaiting(actor: Actor, only?: CohortId) {
  const ids = cohortsWith(actor, 'review').filter((id) => only === undefined || id === only);
  if (ids.length === 0) return [];
  const cohorts = await database().selectFrom('cohorts').select(['id', 'name']).where('id', 'in', ids).execute();
  const counted: { cohortId: CohortId; cohortName: string; waiting: number; appeals: number }[] = [];
  for (const { id, name } of cohorts) {
    const cohortId = CohortIdSchema.parse(id);
    await findAlikeTexts(actor, cohortId);
    const [waiting, appeals] = [await readWaiting(actor, cohortId), await countAppeals(actor, cohortId)];
    counted.push({ cohortId, cohortName: name, waiting: waiting.length, appeals });
  }
  return counted.toSorted((one, other) => other.waiting - one.waiting || (one.cohortName < other.cohortName ? -1 : 1));
}

/** Sets how much of a cohort is drawn to check the grader. Setting the same again changes nothing. */
export async function changeSample(actor: Actor, cohortId: CohortId, percent: number): Promise<void> {
  requireIn(actor, cohortId, 'manage', 'change the share of drafts drawn for review');
  await inTransaction(async (tx) => {
    const before = await tx
      .selectFrom('review_samples')
      .select('percent')
      .where('cohortId', '=', cohortId)
      .executeTakeFirst();
    if ((before?.percent ?? 0) === percent) return;
    await tx
      .insertInto('review_samples')
      .values({ cohortId, percent })
      .onConflict((conflict) => conflict.column('cohortId').doUpdateSet({ percent }))
      .execute();
    const details = { from: before?.percent ?? 0, to: percent };
    await recordAct(tx, actor, { act: 'review-sample.changed', cohortId, details });
  });
}
