import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { assessSelf, type SelfAssessment } from '@/grader/self-assessment/assess-self';
import { type CertaintyRow, certaintyTable } from '@/grader/self-assessment/certainty-table';
import { comparePrediction } from '@/grader/self-assessment/compare-prediction';
import { GradeSchema } from '@/schemas/grade';
import { type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import { ConfidenceSchema, ItemScoreSchema } from '@/schemas/item';
import { PredictionSchema } from '@/schemas/prediction';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { fromJson } from '../db/json';

/** Which draft a line of the table is about. */
export interface DraftName {
  readonly submissionId: SubmissionId;
  readonly scenarioId: string;
  readonly title: string;
  readonly number: number;
  readonly submittedAt: number;
}

export interface SelfAssessmentView {
  readonly grades: SelfAssessment<DraftName>;
  /** How often an answer in a quiz was right, by what was said about it; every answer counts, repeated ones too. */
  readonly quizzes: readonly CertaintyRow[];
}

async function assessGrades({ learnerId }: Actor): Promise<SelfAssessment<DraftName>> {
  const course = await getCourse();
  const rows = await database()
    .selectFrom('predictions')
    .innerJoin('submissions', 'submissions.id', 'predictions.submissionId')
    .innerJoin('grades', 'grades.submissionId', 'predictions.submissionId')
    .select(['submissions.id', 'scenarioId', 'number', 'submittedAt', 'criteria', 'grade'])
    .where('learnerId', '=', learnerId)
    .where('status', '=', 'predicted')
    .orderBy('submittedAt')
    .orderBy('submissions.id')
    .execute();
  return assessSelf(
    rows.flatMap(({ id, criteria, grade, scenarioId, number, submittedAt }) => {
      if (criteria === null) return [];
      const compared = comparePrediction(fromJson(criteria, PredictionSchema), fromJson(grade, GradeSchema).criteria);
      const title = selectOptionalExercise(course, scenarioId)?.scenario.title ?? scenarioId;
      return [
        { key: { submissionId: SubmissionIdSchema.parse(id), scenarioId, title, number, submittedAt }, compared },
      ];
    }),
  );
}

async function assessQuizzes({ learnerId }: Actor): Promise<readonly CertaintyRow[]> {
  const rows = await database()
    .selectFrom('item_responses')
    .innerJoin('quiz_attempts', 'quiz_attempts.id', 'item_responses.attemptId')
    .select(['confidence', 'item_responses.score'])
    .where('learnerId', '=', learnerId)
    .execute();
  return certaintyTable(
    rows.flatMap((row) => {
      const score = fromJson(row.score, ItemScoreSchema);
      return score.type === 'scored'
        ? [{ certainty: ConfidenceSchema.parse(row.confidence), isRight: score.isCorrect }]
        : [];
    }),
  );
}

/** How well somebody knows what they know: their own predictions against their grades, and their quiz answers. */
export async function selectSelfAssessment(actor: Actor): Promise<SelfAssessmentView> {
  return { grades: await assessGrades(actor), quizzes: await assessQuizzes(actor) };
}
