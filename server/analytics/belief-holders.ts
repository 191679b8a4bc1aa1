import 'server-only';
import type { BeliefHolder } from '@/schemas/dashboard-view';
import { GradeSchema } from '@/schemas/grade';
import { LearnerIdSchema } from '@/schemas/ids';
import { fromJson } from '../db/json';
import type { Db } from '../db/open-database';

/** So many are shown with their words; the number of all stands above them. */
export const MOST_HOLDERS = 50;

/** Whose latest draft shows a misconception, newest first, with the words that show it. */
export async function readBeliefHolders(db: Db, cohortId: string, misconceptionId: string): Promise<BeliefHolder[]> {
  const rows = await db
    .selectFrom('grade_beliefs')
    .innerJoin('learner_exercises', 'latestSubmissionId', 'grade_beliefs.submissionId')
    .innerJoin('enrolments', 'enrolments.learnerId', 'learner_exercises.learnerId')
    .innerJoin('user', 'user.id', 'learner_exercises.learnerId')
    .innerJoin('grades', 'grades.submissionId', 'grade_beliefs.submissionId')
    .select(['learner_exercises.learnerId', 'user.name', 'isAnonymous', 'grade', 'scenarioId'])
    .select(['grade_beliefs.submissionId', 'latestSubmittedAt'])
    .where('misconceptionId', '=', misconceptionId)
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('enrolments.status', '=', 'active')
    .orderBy('latestSubmittedAt', 'desc')
    .orderBy('grade_beliefs.submissionId')
    .limit(MOST_HOLDERS)
    .execute();
  return rows.map(({ learnerId, name, isAnonymous, grade, submissionId, scenarioId, latestSubmittedAt }) => {
    const { misconceptionEvidence } = fromJson(grade, GradeSchema);
    const found = misconceptionEvidence?.find(({ id }) => id === misconceptionId);
    return {
      learnerId: LearnerIdSchema.parse(learnerId),
      name,
      isGuest: Boolean(isAnonymous),
      submissionId,
      scenarioId,
      submittedAt: latestSubmittedAt,
      quote: found?.evidence.quote ?? null,
    };
  });
}
