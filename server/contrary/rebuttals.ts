import 'server-only';
import type { SubmissionId } from '@/schemas/ids';
import { type RebuttalGrade, RebuttalGradeSchema } from '@/schemas/rebuttal';
import { database } from '../db/database';
import { fromJson } from '../db/json';

/** A reply as it is stored, without its grade. */
export interface RebuttalSummary {
  readonly caseId: string;
  readonly number: number;
  readonly overall: number;
  readonly submittedAt: number;
}

/** All replies about one hand-in, oldest first. Whoever calls has seen to whose it is. */
export async function summariseRebuttals(submissionId: SubmissionId): Promise<RebuttalSummary[]> {
  return database()
    .selectFrom('rebuttals')
    .select(['caseId', 'number', 'overall', 'submittedAt'])
    .where('submissionId', '=', submissionId)
    .orderBy('number')
    .execute();
}

/** One stored reply with its grade. Server only: the grade holds its receipt. */
export interface StoredRebuttal extends RebuttalSummary {
  readonly caseHash: string;
  readonly reply: string;
  readonly grade: RebuttalGrade;
}

/** A reply by its number within a hand-in. */
export async function selectRebuttal(submissionId: SubmissionId, number: number): Promise<StoredRebuttal | null> {
  const row = await database()
    .selectFrom('rebuttals')
    .select(['caseId', 'number', 'overall', 'submittedAt', 'caseHash', 'reply', 'grade'])
    .where('submissionId', '=', submissionId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row ? { ...row, grade: fromJson(row.grade, RebuttalGradeSchema) } : null;
}
