import 'server-only';
import type { LearnerId, ScenarioId, SubmissionId } from '@/schemas/ids';
import { type TwistAnswer, TwistAnswerSchema, type TwistGrade, TwistGradeSchema } from '@/schemas/twist-grade';
import { database } from '../db/database';
import { fromJson } from '../db/json';

/** A round as it is stored, without its texts. */
export interface RoundSummary {
  readonly submissionId: string;
  readonly twistId: string;
  readonly number: number;
  readonly changeHash: string;
  readonly overall: number;
  readonly submittedAt: number;
}

/** All rounds of one learner at one scenario, oldest first. */
export async function summariseRounds(learnerId: LearnerId, scenarioId: ScenarioId): Promise<RoundSummary[]> {
  return database()
    .selectFrom('twist_rounds')
    .select(['submissionId', 'twistId', 'number', 'changeHash', 'overall', 'submittedAt'])
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .orderBy('submittedAt')
    .orderBy('number')
    .execute();
}

/** One stored round with its answer and grade. Server only: the grade holds its receipt. */
export interface StoredRound extends RoundSummary {
  readonly answer: TwistAnswer;
  readonly grade: TwistGrade;
}

/** A round by its number within a submission and twist. */
export async function selectRound(
  submissionId: SubmissionId,
  twistId: string,
  number: number,
): Promise<StoredRound | null> {
  const row = await database()
    .selectFrom('twist_rounds')
    .selectAll()
    .where('submissionId', '=', submissionId)
    .where('twistId', '=', twistId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, answer: fromJson(row.answer, TwistAnswerSchema), grade: fromJson(row.grade, TwistGradeSchema) };
}
