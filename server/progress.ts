import 'server-only';
import { getCourse } from '@/course/course';
import { selectLessonsOf, selectOptionalExercise, selectOptionalLesson } from '@/course/select';
import { computeProgress, type ProgressFacts } from '@/grader/progress';
import type { Course } from '@/schemas/course';
import { type LessonId, SubmissionIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { CourseProgress } from '@/schemas/progress';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import { lockLearner } from './learners';
import { selectChosenPath } from './path-choice';
import { selectPlacedStart } from './placement';
import { isWithheld } from './predictions/withhold';

/** The course as the progress rules see it. */
export function courseFacts(course: Course): Pick<ProgressFacts, 'modules' | 'passMark'> {
  const modules = course.outline.modules.map((module) => ({
    id: module.id,
    lessons: selectLessonsOf(course, module).map(({ lesson, quiz, minutes }) => ({
      id: lesson.id,
      title: lesson.title,
      minutes,
      itemIds: quiz.items.map((item) => item.id),
      masteryScore: quiz.masteryScore,
    })),
    exercises: module.exercises.flatMap((id) => {
      const exercise = selectOptionalExercise(course, id);
      return exercise ? [{ id, title: exercise.scenario.title, minutes: exercise.minutes }] : [];
    }),
  }));
  return { modules, passMark: course.outline.passing.exerciseOverall };
}

type LearnerFacts = Pick<ProgressFacts, 'readLessonIds' | 'latestByItem' | 'handIns' | 'drafts' | 'path'>;
const nothingYet: LearnerFacts = { readLessonIds: [], latestByItem: {}, handIns: [], drafts: [], path: null };

/** What one learner did, withheld grades left out. */
export async function learnerFacts(actor: Actor): Promise<LearnerFacts> {
  const db = database();
  const { learnerId } = actor;
  const reads = await db.selectFrom('lesson_reads').select('lessonId').where('learnerId', '=', learnerId).execute();
  const items = await db
    .selectFrom('learner_items')
    .select(['itemId', 'isCorrect'])
    .where('learnerId', '=', learnerId)
    .execute();
  const handIns = await db
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('predictions', 'predictions.submissionId', 'submissions.id')
    .select(['submissions.id', 'scenarioId', 'submittedAt', 'overall', 'status'])
    .where('learnerId', '=', learnerId)
    .orderBy('submittedAt')
    .orderBy('number')
    .execute();
  // A draft that has been handed in since its last change is no longer under way.
  const drafts = await db
    .selectFrom('drafts')
    .select(['scenarioId', 'savedAt'])
    .where('learnerId', '=', learnerId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('submissions')
            .select('submissions.id')
            .whereRef('submissions.learnerId', '=', 'drafts.learnerId')
            .whereRef('submissions.scenarioId', '=', 'drafts.scenarioId')
            .whereRef('submissions.submittedAt', '>=', 'drafts.savedAt'),
        ),
      ),
    )
    .execute();
  return {
    readLessonIds: reads.map((read) => read.lessonId),
    latestByItem: Object.fromEntries(items.map((item) => [item.itemId, item.isCorrect === 1])),
    handIns: handIns.map(({ id, scenarioId, submittedAt, overall, status }) => ({
      scenarioId,
      submittedAt,
      overall: isWithheld(status) ? null : overall,
      submissionId: SubmissionIdSchema.parse(id),
    })),
    drafts,
    path: await selectChosenPath(actor),
  };
}

/** Where somebody stands in the course. Without an actor: a visitor who has not begun. */
export async function selectProgress(actor: Actor | null): Promise<CourseProgress> {
  const course = await getCourse();
  if (!actor) return computeProgress({ ...courseFacts(course), ...nothingYet });
  const [facts, startAt] = await Promise.all([learnerFacts(actor), selectPlacedStart(actor)]);
  return computeProgress({ ...courseFacts(course), ...facts, startAt });
}

/** Notes that a lesson was read. The first time counts; later ones change nothing. */
export async function markLessonRead(
  actor: Actor,
  lessonId: LessonId,
): Promise<Outcome<{ readAt: number }, 'unknown-lesson'>> {
  if (!selectOptionalLesson(await getCourse(), lessonId)) return { ok: false, reason: 'unknown-lesson' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    await tx
      .insertInto('lesson_reads')
      .values({ learnerId, lessonId, readAt: now })
      .onConflict((conflict) => conflict.columns(['learnerId', 'lessonId']).doNothing())
      .execute();
    const { readAt } = await tx
      .selectFrom('lesson_reads')
      .select('readAt')
      .where('learnerId', '=', learnerId)
      .where('lessonId', '=', lessonId)
      .executeTakeFirstOrThrow();
    return { ok: true, value: { readAt } };
  });
}
