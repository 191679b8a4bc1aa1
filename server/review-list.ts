import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { GradeSchema } from '@/schemas/grade';
import { LearnerIdSchema, ScenarioIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import type { ReviewEntry } from '@/schemas/result';
import type { Actor } from './actor';
import { database } from './db/database';
import { fromJson } from './db/json';
import { Forbidden } from './forbidden';

const MOST = 50;

/** Grades that their grader is unsure of or that a second opinion disputes, in cohorts that the actor teaches: newest first, at most fifty. */
export async function selectReviewList(actor: Actor): Promise<ReviewEntry[]> {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden('read the list of grades to look at');
  const course = await getCourse();
  const rows = await database()
    .selectFrom('submissions')
    .innerJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('opinions', 'opinions.submissionId', 'submissions.id')
    .innerJoin('user', 'user.id', 'submissions.learnerId')
    .select(['submissions.id', 'learnerId', 'name', 'isAnonymous', 'scenarioId', 'number', 'submittedAt', 'grade'])
    .select('opinions.needsReview as isDoubted')
    .where((eb) => eb.or([eb('grades.needsReview', '=', 1), eb('opinions.needsReview', '=', 1)]))
    .where('learnerId', 'in', (query) =>
      query
        .selectFrom('enrolments')
        .select('enrolments.learnerId')
        .where('cohortId', 'in', actor.teaches)
        .where('role', '=', 'learner')
        .where('enrolments.status', '=', 'active'),
    )
    .orderBy('submittedAt', 'desc')
    .orderBy('submissions.id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ id, learnerId, name, isAnonymous, scenarioId, number, submittedAt, grade, isDoubted }) => {
    const { overall, flags } = fromJson(grade, GradeSchema);
    return {
      submissionId: SubmissionIdSchema.parse(id),
      learnerId: LearnerIdSchema.parse(learnerId),
      learnerName: name,
      isGuest: Boolean(isAnonymous),
      scenarioId: ScenarioIdSchema.parse(scenarioId),
      scenarioTitle: selectOptionalExercise(course, scenarioId)?.scenario.title ?? scenarioId,
      number,
      submittedAt,
      overall,
      flags: isDoubted === 1 ? [...flags, 'second_opinion'] : flags,
    };
  });
}
