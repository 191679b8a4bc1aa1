import 'server-only';
import { GradeSchema } from '@/schemas/grade';
import type { CohortId, SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { mayIn } from '../authority';
import { database, inTransaction } from '../db/database';
import { fromJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';
import { changeGrade, latestEvent } from '../grades/change-grade';
import { newId } from '../new-id';
import { notify } from '../notices';
import { findInCohort, type ReviewScope } from './review-scope';

/** The decision that is in force on a draft; null where nobody decided or it was taken back. */
export async function readDecision(db: Db | Tx, submissionId: SubmissionId) {
  const row = await db
    .selectFrom('review_entries')
    .innerJoin('reviews', (join) =>
      join
        .onRef('reviews.submissionId', '=', 'review_entries.submissionId')
        .onRef('reviews.event', '=', 'review_entries.standingEvent'),
    )
    .select(['reviewerId', 'event', 'at'])
    .where('review_entries.submissionId', '=', submissionId)
    .where('standing', '=', 'decided')
    .executeTakeFirst();
  return row ?? null;
}

/** Whoever decided may take it back, and so may whoever runs the cohort. */
export const mayUndo = (actor: Actor, cohortId: CohortId, reviewerId: string): boolean =>
  reviewerId === actor.learnerId || mayIn(actor, cohortId, 'manage');

type Undone = Outcome<
  { readonly number: number },
  'unknown-submission' | 'nothing-decided' | 'not-yours' | 'changed-since'
>;

async function undoInOne(tx: Tx, actor: Actor, scope: ReviewScope, submissionId: SubmissionId): Promise<Undone> {
  const decided = await readDecision(tx, submissionId);
  if (!decided) return { ok: false, reason: 'nothing-decided' };
  if (!mayUndo(actor, scope.cohortId, decided.reviewerId)) return { ok: false, reason: 'not-yours' };
  const latest = await latestEvent(tx, submissionId);
  const before = await tx
    .selectFrom('grade_events')
    .select(['grade', 'rubricHash'])
    .where('submissionId', '=', submissionId)
    .where('number', '=', decided.event - 1)
    .executeTakeFirst();
  if (latest !== decided.event || !before) return { ok: false, reason: 'changed-since' };
  const grade = fromJson(before.grade, GradeSchema);
  const reason = 'The decision was taken back.';
  const by = { kind: 'undo', byId: actor.learnerId, reason, basedOn: latest } as const;
  const changed = await changeGrade(tx, { submissionId, ...by, grade, rubricHash: before.rubricHash });
  if (!changed.ok) return { ok: false, reason: 'changed-since' };
  const { number } = changed.value;
  const empty = { criterionId: null, level: null, reason: null, viaId: null };
  await tx
    .insertInto('reviews')
    .values({
      id: newId(),
      submissionId,
      reviewerId: actor.learnerId,
      decision: 'undo',
      ...empty,
      event: number,
      idempotencyKey: newId(),
      at: Date.now(),
    })
    .execute();
  await tx
    .updateTable('review_entries')
    .set({ standing: 'returned', standingEvent: number })
    .where('submissionId', '=', submissionId)
    .execute();
  await notify(tx, scope.learnerId, `review:${submissionId}`, {
    kind: 'review',
    title: 'A decision on a draft of yours was taken back',
    text: 'The grade from before it counts again, and a person will look once more.',
    href: `/results/${submissionId}`,
  });
  await recordAct(tx, actor, {
    act: 'grade.restored',
    cohortId: scope.cohortId,
    subjectId: scope.learnerId,
    details: { submissionId, after: Math.round(grade.overall * 100) },
  });
  return { ok: true, value: { number } };
}

/** Takes the decision in force back: the grade before it counts again, and the draft is in the queue again. */
export async function undoReview(actor: Actor, cohortId: CohortId, submissionId: SubmissionId): Promise<Undone> {
  const scope = await findInCohort(actor, cohortId, submissionId, 'take a decision back');
  if (!scope) return { ok: false, reason: 'unknown-submission' };
  return inTransaction((tx) => undoInOne(tx, actor, scope, submissionId));
}

/** The reader's own decision on a draft that they may still take back, for the page that they land on after it. */
export async function selectUndoable(
  actor: Actor,
  cohortId: CohortId,
  submissionId: SubmissionId,
): Promise<{ readonly at: number } | null> {
  const scope = await findInCohort(actor, cohortId, submissionId, 'look at a decision');
  const decided = scope && (await readDecision(database(), submissionId));
  if (!decided || decided.reviewerId !== actor.learnerId) return null;
  // After a regrade it would be refused, so it is not offered.
  return (await latestEvent(database(), submissionId)) === decided.event ? { at: decided.at } : null;
}
