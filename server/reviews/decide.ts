import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { applyRulings, type Ruling } from '@/grader/rulings/apply-rulings';
import { type Grade, GradeSchema } from '@/schemas/grade';
import type { CohortId, SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { DecideBody } from '@/schemas/review-desk';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { database, inTransaction } from '../db/database';
import { fromJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { changeGrade } from '../grades/change-grade';
import { newId } from '../new-id';
import { notify } from '../notices';
import { ensureEntries } from './ensure-entries';
import { dropLease, holdLease } from './leases';
import { readPlace } from './next-in-queue';
import { findInCohort, type ReviewScope } from './review-scope';

export interface Decision {
  readonly submissionId: SubmissionId;
  /** The grade event that the reviewer had before them. */
  readonly basedOn: number;
  /** Empty: the grade is confirmed as it is. */
  readonly rulings: readonly Ruling[];
  readonly idempotencyKey: string;
  /** The draft at which the rulings were written, where they are given to another one alike. */
  readonly viaId: SubmissionId | null;
}

type Refusal = 'unknown-submission' | 'taken' | 'changed-since' | 'no-grade' | 'unknown-criterion' | 'key-reused';
export type Decided = Outcome<{ readonly number: number; readonly overall: number }, Refusal>;

const percentOf = (share: number) => Math.round(share * 100);

/** What a retry under the same key had come to; null for a new key. */
async function earlierDecision(
  actor: Actor,
  { submissionId, idempotencyKey, rulings }: Decision,
): Promise<Decided | null> {
  const rows = await database()
    .selectFrom('reviews')
    .select(['event', 'criterionId', 'level', 'reason'])
    .where('reviewerId', '=', actor.learnerId)
    .where('submissionId', '=', submissionId)
    .where('idempotencyKey', '=', idempotencyKey)
    .execute();
  const [first] = rows;
  if (!first) return null;
  const isSame =
    rulings.every((ruling) =>
      rows.some(
        (row) => row.criterionId === ruling.criterionId && row.level === ruling.level && row.reason === ruling.reason,
      ),
    ) && rows.filter(({ criterionId }) => criterionId !== null).length === rulings.length;
  if (!isSame) return { ok: false, reason: 'key-reused' };
  const stored = await database()
    .selectFrom('grades')
    .select('overall')
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  return { ok: true, value: { number: first.event, overall: stored?.overall ?? 0 } };
}

async function storeReview(tx: Tx, actor: Actor, decision: Decision, event: number): Promise<void> {
  const { submissionId, rulings, viaId, idempotencyKey } = decision;
  const shared = { submissionId, reviewerId: actor.learnerId, event, viaId, idempotencyKey, at: Date.now() };
  const confirmed = { ...shared, id: newId(), decision: 'confirm', criterionId: null, level: null, reason: null };
  const rows = rulings.map((ruling) => ({ ...shared, id: newId(), decision: 'override', ...ruling }));
  await tx
    .insertInto('reviews')
    .values(rows.length > 0 ? rows : [confirmed])
    .execute();
  await tx
    .updateTable('review_entries')
    .set({ standing: 'decided', standingEvent: event })
    .where('submissionId', '=', submissionId)
    .execute();
}

/** One draft, one transaction: lease, grade, review, news and the record of acts, or nothing. */
async function decideInOne(
  tx: Tx,
  actor: Actor,
  scope: ReviewScope,
  scenarioTitle: string,
  decision: Decision,
): Promise<Decided> {
  const { submissionId, rulings, basedOn } = decision;
  const lease = await holdLease(tx, actor, submissionId, Date.now());
  if (!lease.ok) return { ok: false, reason: 'taken' };
  const row = await tx.selectFrom('grades').select('grade').where('submissionId', '=', submissionId).executeTakeFirst();
  if (!row) return { ok: false, reason: 'no-grade' };
  const before: Grade = fromJson(row.grade, GradeSchema);
  if (rulings.some(({ criterionId }) => !before.criteria.some(({ id }) => id === criterionId)))
    return { ok: false, reason: 'unknown-criterion' };
  const grade = applyRulings(before, rulings);
  const reason = rulings.map((ruling) => ruling.reason).join('\n') || 'Confirmed.';
  const changed = await changeGrade(tx, {
    submissionId,
    kind: 'review',
    grade,
    byId: actor.learnerId,
    reason,
    basedOn,
  });
  if (!changed.ok) return { ok: false, reason: changed.reason };
  await storeReview(tx, actor, decision, changed.value.number);
  await dropLease(tx, actor, submissionId);
  await notify(tx, scope.learnerId, `review:${submissionId}`, {
    kind: 'review',
    title: `A person looked at your draft of “${scenarioTitle}”`,
    text: rulings.length === 0 ? 'They confirmed its grade.' : 'They set levels anew and say why.',
    href: `/results/${submissionId}`,
  });
  await recordAct(tx, actor, {
    act: rulings.length === 0 ? 'grade.confirmed' : 'grade.overridden',
    cohortId: scope.cohortId,
    subjectId: scope.learnerId,
    details: {
      submissionId,
      before: percentOf(before.overall),
      after: percentOf(grade.overall),
      criteria: rulings.map(({ criterionId, level }) => `${criterionId} ${level}`).join(', '),
    },
  });
  return { ok: true, value: { number: changed.value.number, overall: grade.overall } };
}

/** Confirms a grade or sets levels of it. Refused, with nothing stored, where somebody else has the draft or decided first. */
export async function decide(actor: Actor, cohortId: CohortId, decision: Decision): Promise<Decided> {
  const { submissionId } = decision;
  const scope = await findInCohort(actor, cohortId, submissionId, 'decide on a grade');
  if (!scope) return { ok: false, reason: 'unknown-submission' };
  const earlier = await earlierDecision(actor, decision);
  if (earlier) return earlier;
  await ensureEntries(actor, cohortId);
  const about = await database()
    .selectFrom('submissions')
    .select('scenarioId')
    .where('id', '=', submissionId)
    .executeTakeFirstOrThrow();
  const title = selectOptionalExercise(await getCourse(), about.scenarioId)?.scenario.title ?? about.scenarioId;
  const decided = await inTransaction((tx) => decideInOne(tx, actor, scope, title, decision));
  // The same request twice at once: the second finds the grade changed by the first.
  if (!decided.ok && decided.reason === 'changed-since') return (await earlierDecision(actor, decision)) ?? decided;
  return decided;
}

export interface DecidedOnAll {
  readonly number: number;
  readonly overall: number;
  /** How many alike drafts got the same rulings, and which did not. */
  readonly applied: number;
  readonly refused: readonly SubmissionId[];
  /** What comes after it in the queue now. */
  readonly nextId: SubmissionId | null;
}

/**
 * Decides on one draft and then, one by one and each for itself, gives the same rulings to those that the reviewer chose
 * as alike. What is refused there is named, and undoes nothing of the rest.
 */
export async function decideOnAll(
  actor: Actor,
  submissionId: SubmissionId,
  { cohortId, basedOn, rulings, alsoTo }: DecideBody,
  idempotencyKey: string,
): Promise<Outcome<DecidedOnAll, Refusal>> {
  const first = await decide(actor, cohortId, { submissionId, basedOn, rulings, idempotencyKey, viaId: null });
  if (!first.ok) return first;
  const refused: SubmissionId[] = [];
  for (const other of alsoTo) {
    const also = await decide(actor, cohortId, { ...other, rulings, idempotencyKey, viaId: submissionId });
    if (!also.ok) refused.push(other.submissionId);
  }
  const { nextId } = await readPlace(actor, cohortId, submissionId);
  return { ok: true, value: { ...first.value, applied: alsoTo.length - refused.length, refused, nextId } };
}
