import 'server-only';
import type { ReportId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { type AnswerReportBody, type DeskReport, DeskReportSchema, type ReportFilter } from '@/schemas/problem-report';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { Forbidden } from '../forbidden';
import { selectTaught } from '../roster';

const MOST = 500;

function requireInstructor(actor: Actor, act: string): void {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden(act);
}

/** Reports by learners that the actor teaches, those nobody has answered first, then the newest; at most five hundred. */
export async function selectDeskReports(actor: Actor, { status, lessonId }: ReportFilter): Promise<DeskReport[]> {
  requireInstructor(actor, 'read the reports of learners');
  let query = database()
    .selectFrom('problem_reports')
    .innerJoin('user', 'user.id', 'problem_reports.learnerId')
    .select(['problem_reports.id', 'learnerId', 'name', 'isAnonymous', 'lessonId', 'context', 'kind', 'text', 'status'])
    .select(['reply', 'problem_reports.createdAt', 'answeredAt'])
    .where('learnerId', 'in', (eb) =>
      eb
        .selectFrom('enrolments')
        .select('enrolments.learnerId')
        .where('cohortId', 'in', actor.teaches)
        .where('role', '=', 'learner')
        .where('enrolments.status', '=', 'active'),
    );
  if (status) query = query.where('problem_reports.status', '=', status);
  if (lessonId) query = query.where('lessonId', '=', lessonId);
  const rows = await query
    .orderBy((eb) => eb.case().when('problem_reports.status', '=', 'new').then(0).else(1).end())
    .orderBy('problem_reports.createdAt', 'desc')
    .orderBy('problem_reports.id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ learnerId, name, isAnonymous, context, ...row }) =>
    DeskReportSchema.parse({
      ...row,
      context: JSON.parse(context),
      reporter: { id: learnerId, name, isGuest: Boolean(isAnonymous) },
    }),
  );
}

/** How many reports of taught learners wait for an answer; 0 for somebody who teaches nothing. */
export async function countNewReports(actor: Actor): Promise<number> {
  if (actor.isGuest || actor.teaches.length === 0) return 0;
  return (await selectDeskReports(actor, { status: 'new', lessonId: null })).length;
}

/** Answers a report, or answers it anew: the writer is told again. Unknown, too, where the actor does not teach them. */
export async function answerReport(
  actor: Actor,
  reportId: ReportId,
  { status, reply }: AnswerReportBody,
): Promise<Outcome<null, 'unknown-report'>> {
  requireInstructor(actor, 'answer a report');
  const row = await database()
    .selectFrom('problem_reports')
    .select(['learnerId', 'reply', 'status'])
    .where('id', '=', reportId)
    .executeTakeFirst();
  if (!row || !(await selectTaught(actor, row.learnerId))) return { ok: false, reason: 'unknown-report' };
  // A retry of the same answer must not mark it as unread again.
  if (row.reply === reply && row.status === status) return { ok: true, value: null };
  await inTransaction((tx) =>
    tx
      .updateTable('problem_reports')
      .set({ status, reply, answeredAt: Date.now(), seenAt: null })
      .where('id', '=', reportId)
      .execute(),
  );
  return { ok: true, value: null };
}
