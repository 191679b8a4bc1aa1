import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { isExercisePassed } from '@/grader/passing';
import type { Course } from '@/schemas/course';
import type { LearnerId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { Forbidden } from '../forbidden';
import { selectTaught } from '../roster';

/** One thing that happened. What can be opened names its submission. */
export type TimelineEvent = { readonly at: number; readonly key: string } & (
  | { readonly kind: 'read'; readonly title: string }
  | { readonly kind: 'quiz'; readonly title: string; readonly number: number; readonly score: number | null }
  | { readonly kind: 'draft'; readonly scenario: string }
  | {
      readonly kind: 'hand-in';
      readonly scenario: string;
      readonly number: number;
      readonly submissionId: string;
      readonly overall: number | null;
      readonly isPassed: boolean;
      readonly needsReview: boolean;
    }
  | { readonly kind: 'grade-changed'; readonly scenario: string; readonly submissionId: string; readonly how: string }
);

const lessonTitle = (course: Course, id: string) =>
  course.lessons.find(({ lesson }) => lesson.id === id)?.lesson.title ?? id;
const scenarioName = (course: Course, id: string) =>
  `${id} ${selectOptionalExercise(course, id)?.scenario.title ?? ''}`.trim();

async function study(course: Course, learnerId: LearnerId): Promise<TimelineEvent[]> {
  const db = database();
  const reads = await db.selectFrom('lesson_reads').selectAll().where('learnerId', '=', learnerId).execute();
  const quizzes = await db
    .selectFrom('quiz_attempts')
    .select(['id', 'lessonId', 'number', 'openedAt', 'finishedAt', 'score'])
    .where('learnerId', '=', learnerId)
    .execute();
  const drafts = await db
    .selectFrom('drafts')
    .select(['scenarioId', 'savedAt'])
    .where('learnerId', '=', learnerId)
    .execute();
  return [
    ...reads.map(({ lessonId, readAt }) => ({
      kind: 'read' as const,
      key: `read ${lessonId}`,
      at: readAt,
      title: lessonTitle(course, lessonId),
    })),
    ...quizzes.map(({ id, lessonId, number, openedAt, finishedAt, score }) => ({
      kind: 'quiz' as const,
      key: id,
      at: finishedAt ?? openedAt,
      title: lessonTitle(course, lessonId),
      number,
      score,
    })),
    ...drafts.map(({ scenarioId, savedAt }) => ({
      kind: 'draft' as const,
      key: `draft ${scenarioId}`,
      at: savedAt,
      scenario: scenarioName(course, scenarioId),
    })),
  ];
}

async function work(course: Course, learnerId: LearnerId): Promise<TimelineEvent[]> {
  const handIns = await database()
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('opinions', 'opinions.submissionId', 'submissions.id')
    .select(['submissions.id', 'scenarioId', 'number', 'submittedAt', 'overall'])
    .select(['grades.needsReview', 'opinions.needsReview as isDoubted'])
    .where('learnerId', '=', learnerId)
    .execute();
  const changes = await database()
    .selectFrom('grade_events')
    .innerJoin('submissions', 'submissions.id', 'grade_events.submissionId')
    .select(['grade_events.id', 'submissionId', 'scenarioId', 'kind', 'at'])
    .where('learnerId', '=', learnerId)
    .where('kind', '!=', 'machine')
    .execute();
  return [
    ...handIns.map(({ id, scenarioId, number, submittedAt, overall, needsReview, isDoubted }) => ({
      kind: 'hand-in' as const,
      key: id,
      at: submittedAt,
      submissionId: id,
      scenario: scenarioName(course, scenarioId),
      number,
      overall,
      isPassed: isExercisePassed(overall, course.outline.passing),
      needsReview: needsReview === 1 || isDoubted === 1,
    })),
    ...changes.map(({ id, submissionId, scenarioId, kind, at }) => ({
      kind: 'grade-changed' as const,
      key: id,
      at,
      submissionId,
      scenario: scenarioName(course, scenarioId),
      how: kind,
    })),
  ];
}

/** Everything that one learner did and that was decided about it, newest first; null outside the actor's cohorts. */
export async function selectTimeline(actor: Actor, learnerId: LearnerId): Promise<TimelineEvent[] | null> {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden("read a learner's timeline");
  if (!(await selectTaught(actor, learnerId))) return null;
  const course = await getCourse();
  const events = [...(await study(course, learnerId)), ...(await work(course, learnerId))];
  return events.sort((one, other) => other.at - one.at || (one.key < other.key ? 1 : -1));
}
