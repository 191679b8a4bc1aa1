import 'server-only';
import { type ReportId, ReportIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import { type OwnReport, OwnReportSchema, type ReportBody } from '@/schemas/problem-report';
import type { Actor } from '../actor';
import { database, inTransaction } from '../db/database';
import { toJson } from '../db/json';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { aboutId, reportContext } from './report-context';

/** Stores what a reader says is wrong, with what they had before them. The same key with the same report is a retry. */
export async function sendReport(
  actor: Actor,
  { about, kind, text, idempotencyKey }: ReportBody & { readonly idempotencyKey: string },
): Promise<Outcome<{ reportId: ReportId }, 'unknown-target' | 'key-reused'>> {
  const context = await reportContext(actor, about);
  if (!context) return { ok: false, reason: 'unknown-target' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const earlier = await tx
      .selectFrom('problem_reports')
      .select(['id', 'aboutId', 'kind', 'text'])
      .where('learnerId', '=', learnerId)
      .where('idempotencyKey', '=', idempotencyKey)
      .executeTakeFirst();
    if (earlier) {
      const isSame = earlier.aboutId === aboutId(about) && earlier.kind === kind && earlier.text === text;
      return isSame
        ? { ok: true, value: { reportId: ReportIdSchema.parse(earlier.id) } }
        : { ok: false, reason: 'key-reused' };
    }
    const reportId = ReportIdSchema.parse(newId());
    const place = {
      aboutKind: about.kind,
      aboutId: aboutId(about),
      lessonId: 'lessonId' in about ? about.lessonId : null,
    };
    const unanswered = { status: 'new', reply: null, answeredAt: null, seenAt: null };
    await tx
      .insertInto('problem_reports')
      .values({
        ...{ id: reportId, learnerId, ...place, context: toJson(context), kind, text },
        ...{ ...unanswered, createdAt: now, idempotencyKey },
      })
      .execute();
    return { ok: true, value: { reportId } };
  });
}

/** One's own reports with the answers to them, the newest first. */
export async function selectOwnReports(actor: Actor): Promise<OwnReport[]> {
  const rows = await database()
    .selectFrom('problem_reports')
    .select(['id', 'context', 'kind', 'text', 'status', 'reply', 'createdAt', 'answeredAt', 'seenAt'])
    .where('learnerId', '=', actor.learnerId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ status, reply, answeredAt, seenAt, context, ...row }) => {
    const report = { ...row, context: JSON.parse(context), status };
    if (status === 'new') return OwnReportSchema.parse(report);
    return OwnReportSchema.parse({ ...report, reply, answeredAt, isUnread: seenAt === null });
  });
}

/** How many answers their reader has not seen yet. */
export async function countUnreadReplies(actor: Actor | null): Promise<number> {
  if (!actor) return 0;
  const { count } = await database()
    .selectFrom('problem_reports')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('learnerId', '=', actor.learnerId)
    .where('status', '!=', 'new')
    .where('seenAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Notes that the answers given until now were seen. */
export async function markRepliesSeen(actor: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    await tx
      .updateTable('problem_reports')
      .set({ seenAt: now })
      .where('learnerId', '=', learnerId)
      .where('status', '!=', 'new')
      .where('seenAt', 'is', null)
      .execute();
  });
}
