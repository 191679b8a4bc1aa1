import 'server-only';
import { type GradeEvent, GradeEventSchema } from '@/schemas/grade-event';
import type { SubmissionId } from '@/schemas/ids';
import type { Db, Tx } from '../db/open-database';

/**
 * Every grade that was in force for a submission, oldest first; the machine's alone where nobody changed it; empty
 * while it waits for its grade. Whose it is must have been checked by the caller.
 */
export async function readGradeHistory(db: Db | Tx, submissionId: SubmissionId): Promise<GradeEvent[]> {
  const rows = await db
    .selectFrom('grade_events')
    .select(['submissionId', 'number', 'kind', 'grade', 'rubricHash', 'byId', 'reason', 'batchId', 'at'])
    .where('submissionId', '=', submissionId)
    .orderBy('number')
    .execute();
  if (rows.length > 0) return rows.map((row) => GradeEventSchema.parse({ ...row, grade: JSON.parse(row.grade) }));
  const own = await db.selectFrom('grades').selectAll().where('submissionId', '=', submissionId).executeTakeFirst();
  if (!own) return [];
  const { grade, rubricHash, gradedAt: at } = own;
  const machine = { number: 0, kind: 'machine', byId: null, reason: '', batchId: null };
  return [GradeEventSchema.parse({ submissionId, ...machine, grade: JSON.parse(grade), rubricHash, at })];
}
