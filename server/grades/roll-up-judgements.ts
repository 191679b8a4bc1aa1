import 'server-only';
import type { Grade } from '@/schemas/grade';
import type { SubmissionId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/** Levels and misconceptions of the grade in force, as rows that can be counted. Called where that grade is written. */
export async function rollUpJudgements(
  tx: Tx,
  submissionId: SubmissionId,
  { criteria, misconceptions }: Pick<Grade, 'criteria' | 'misconceptions'>,
): Promise<void> {
  await tx.deleteFrom('grade_criteria').where('submissionId', '=', submissionId).execute();
  await tx.deleteFrom('grade_beliefs').where('submissionId', '=', submissionId).execute();
  const levels = criteria.map(({ id, level }) => ({ submissionId, criterionId: id, level }));
  if (levels.length > 0) await tx.insertInto('grade_criteria').values(levels).execute();
  const beliefs = [...new Set(misconceptions)].map((misconceptionId) => ({ submissionId, misconceptionId }));
  if (beliefs.length > 0) await tx.insertInto('grade_beliefs').values(beliefs).execute();
}
