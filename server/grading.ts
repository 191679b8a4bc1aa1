import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import type { Exercise } from '@/schemas/course';
import type { Grade } from '@/schemas/grade';
import {
  type LearnerId,
  LearnerIdSchema,
  type ScenarioId,
  ScenarioIdSchema,
  type SubmissionId,
  SubmissionIdSchema,
} from '@/schemas/ids';
import { type HandIn, HandInSchema } from '@/schemas/scenario';
import { database, inTransaction } from './db/database';
import { fromJson, toJson } from './db/json';
import type { Tx } from './db/open-database';
import { rollUpJudgements } from './grades/roll-up-judgements';
import { gradeInThread } from './grading-thread';
import { lockLearner } from './learners';
import { logError } from './log';
import { rollUpGrade } from './rollups';

/** After so many failures a submission is left to a person: it no longer counts as waiting. */
export const GRADING_TRIES = 3;

/** Grades, or logs why not. A hand-in that the grader cannot take is kept and graded later; it is never refused for that. */
export async function tryGrade(exercise: Exercise, handIn: HandIn, submissionId: SubmissionId): Promise<Grade | null> {
  try {
    return await gradeInThread(exercise, handIn);
  } catch (error) {
    logError('grading-failed', error, { submissionId, scenarioId: exercise.scenario.id });
    return null;
  }
}

export interface GradedSubmission {
  readonly submissionId: SubmissionId;
  readonly learnerId: LearnerId;
  readonly scenarioId: ScenarioId;
}

/** Stores a grade with the rubric as it stood, and rolls it up. The first grade of a submission stays. */
export async function storeGrade(
  tx: Tx,
  submission: GradedSubmission,
  exercise: Exercise,
  grade: Grade,
  now = Date.now(),
): Promise<void> {
  // When the copy was made, even where the grade belongs to a told past: --remove-demo goes by it.
  const storedAt = Date.now();
  await tx
    .insertInto('rubric_snapshots')
    .values({ hash: exercise.rubricHash, rubric: toJson(exercise.rubric), storedAt })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  const stored = await tx
    .insertInto('grades')
    .values({
      submissionId: submission.submissionId,
      grade: toJson(grade),
      overall: grade.overall,
      needsReview: grade.needsReview ? 1 : 0,
      graderVersion: grade.receipt.grader,
      rubricHash: exercise.rubricHash,
      gradedAt: now,
    })
    .onConflict((conflict) => conflict.column('submissionId').doNothing())
    .executeTakeFirst();
  if (stored.numInsertedOrUpdatedRows) await rollUpJudgements(tx, submission.submissionId, grade);
  await rollUpGrade(tx, submission.learnerId, submission.scenarioId, grade.overall);
}

interface WaitingRow {
  readonly id: string;
  readonly learnerId: string;
  readonly scenarioId: string;
  readonly handIn: string;
  readonly variant: number;
}

async function gradeWaiting(row: WaitingRow): Promise<boolean> {
  const base = selectOptionalExercise(await getCourse(), row.scenarioId);
  const exercise = base && varyExercise(base, row.variant);
  const submissionId = SubmissionIdSchema.parse(row.id);
  const grade = exercise && (await tryGrade(exercise, fromJson(row.handIn, HandInSchema), submissionId));
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, LearnerIdSchema.parse(row.learnerId), Date.now());
    if (exercise && grade) {
      await storeGrade(
        tx,
        { submissionId, learnerId, scenarioId: ScenarioIdSchema.parse(row.scenarioId) },
        exercise,
        grade,
      );
      return true;
    }
    await tx
      .updateTable('submissions')
      .set((eb) => ({ gradingTries: eb('gradingTries', '+', 1) }))
      .where('id', '=', row.id)
      .execute();
    return false;
  });
}

const waiting = () =>
  database()
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .where('grades.submissionId', 'is', null)
    .where('gradingTries', '<', GRADING_TRIES);

/** Grades one submission that has no grade yet, whatever was tried before: its owner is looking at it. */
export async function gradeOne(submissionId: SubmissionId): Promise<boolean> {
  const row = await database()
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .select(['submissions.id', 'submissions.learnerId', 'submissions.scenarioId', 'handIn', 'variant'])
    .where('submissions.id', '=', submissionId)
    .executeTakeFirst();
  return row ? gradeWaiting(row) : false;
}

/** Grades what waits, oldest first, and says how many got a grade. Called at start and by the readiness check. */
export async function gradePending(limit = 1_000): Promise<number> {
  const rows = await waiting()
    .select(['submissions.id', 'submissions.learnerId', 'submissions.scenarioId', 'handIn', 'variant'])
    .orderBy('submittedAt')
    .limit(limit)
    .execute();
  let graded = 0;
  for (const row of rows) if (await gradeWaiting(row)) graded += 1;
  return graded;
}

/** When the oldest submission that still waits for a grade came in, or null. */
export async function oldestPendingAt(): Promise<number | null> {
  const row = await waiting().select('submittedAt').orderBy('submittedAt').limit(1).executeTakeFirst();
  return row?.submittedAt ?? null;
}
