import 'server-only';
import { getCourse } from '@/course/course';
import { selectExercise, selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { isExercisePassed } from '@/grader/passing';
import { computeProgress } from '@/grader/progress';
import type { Course } from '@/schemas/course';
import { type LearnerId, ScenarioIdSchema, type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { CohortOverview, LearnerRecord, OverviewRow, StaffResult } from '@/schemas/result';
import type { Actor } from './actor';
import { database } from './db/database';
import { isDemoEmail } from './demo/demo-cohort';
import { env } from './env';
import { Forbidden } from './forbidden';
import { selectOpinion } from './judge/select-opinion';
import { makeLink } from './links';
import { courseFacts } from './progress';
import { type RosterEntry, selectRoster, selectTaught } from './roster';
import { selectGraded } from './submissions';

/** First line of every function here: somebody who teaches nothing has no business with it. */
function requireInstructor(actor: Actor, act: string): void {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden(act);
}

/** The roll-ups of a whole cohort in three queries. Submissions and responses are not touched. */
async function cohortRollups(cohortId: string) {
  const learners = database()
    .selectFrom('enrolments')
    .select('learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active');
  const reads = await database().selectFrom('lesson_reads').selectAll().where('learnerId', 'in', learners).execute();
  const items = await database()
    .selectFrom('learner_items')
    .select(['learnerId', 'itemId', 'isCorrect'])
    .where('learnerId', 'in', learners)
    .execute();
  const exercises = await database()
    .selectFrom('learner_exercises')
    .selectAll()
    .where('learnerId', 'in', learners)
    .execute();
  return { reads: byLearner(reads), items: byLearner(items), exercises: byLearner(exercises) };
}

function byLearner<Row extends { learnerId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const map = new Map<string, Row[]>();
  for (const row of rows) {
    const list = map.get(row.learnerId);
    if (list) list.push(row);
    else map.set(row.learnerId, [row]);
  }
  return map;
}

type Rollups = Awaited<ReturnType<typeof cohortRollups>>;

function toOverviewRow(course: Course, person: RosterEntry, rollups: Rollups): OverviewRow {
  const facts = courseFacts(course);
  const exercises = rollups.exercises.get(person.id) ?? [];
  const progress = computeProgress({
    ...facts,
    readLessonIds: (rollups.reads.get(person.id) ?? []).map((read) => read.lessonId),
    latestByItem: Object.fromEntries(
      (rollups.items.get(person.id) ?? []).map((item) => [item.itemId, item.isCorrect === 1]),
    ),
    handIns: exercises.map(({ scenarioId, latestSubmissionId, bestOverall, latestSubmittedAt }) => ({
      scenarioId,
      submissionId: SubmissionIdSchema.parse(latestSubmissionId),
      overall: bestOverall,
      submittedAt: latestSubmittedAt,
    })),
    drafts: [],
    path: null,
  });
  const modules = facts.modules.map((module, index) => {
    const quizzes = progress.lessons.filter((lesson) => module.lessons.some(({ id }) => id === lesson.lessonId));
    const own = exercises.filter((exercise) => module.exercises.some(({ id }) => id === exercise.scenarioId));
    const graded = own.map((exercise) => exercise.bestOverall).filter((overall) => overall !== null);
    return {
      moduleId: module.id,
      lessonsRead: quizzes.filter((lesson) => lesson.isRead).length,
      quizRight: quizzes.reduce((sum, lesson) => sum + lesson.quiz.right, 0),
      quizTotal: quizzes.reduce((sum, lesson) => sum + lesson.quiz.total, 0),
      bestOverall: graded.length > 0 ? Math.max(...graded) : null,
      handIns: own.reduce((sum, exercise) => sum + exercise.handIns, 0),
      isComplete: progress.modules[index]?.status === 'complete',
    };
  });
  const { id: learnerId, name, email, isGuest, lastActiveAt } = person;
  return { learnerId, name, email, isGuest, lastActiveAt, modules };
}

/** Who did what, per cohort that the actor teaches. */
export async function selectOverview(actor: Actor): Promise<CohortOverview[]> {
  requireInstructor(actor, 'read the overview of a cohort');
  const course = await getCourse();
  const cohorts = await database()
    .selectFrom('cohorts')
    .selectAll()
    .where('id', 'in', actor.teaches)
    .orderBy('name')
    .execute();
  const overviews: CohortOverview[] = [];
  for (const { id, name } of cohorts) {
    const [people, rollups] = [await selectRoster(id), await cohortRollups(id)];
    const rows = people.map((person) => toOverviewRow(course, person, rollups));
    overviews.push({ cohortId: id, cohortName: name, rows });
  }
  return overviews;
}

async function lessonsOf(course: Course, learnerId: LearnerId): Promise<LearnerRecord['lessons']> {
  const reads = await database()
    .selectFrom('lesson_reads')
    .select(['lessonId', 'readAt'])
    .where('learnerId', '=', learnerId)
    .execute();
  const right = await database()
    .selectFrom('learner_items')
    .select('itemId')
    .where('learnerId', '=', learnerId)
    .where('isCorrect', '=', 1)
    .execute();
  return course.lessons.map(({ lesson, quiz }) => ({
    lessonId: lesson.id,
    title: lesson.title,
    readAt: reads.find((read) => read.lessonId === lesson.id)?.readAt ?? null,
    quizRight: quiz.items.filter((item) => right.some((row) => row.itemId === item.id)).length,
    quizTotal: quiz.items.length,
  }));
}

async function handInsOf(course: Course, learnerId: LearnerId): Promise<LearnerRecord['handIns']> {
  const rows = await database()
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .leftJoin('opinions', 'opinions.submissionId', 'submissions.id')
    .select(['submissions.id', 'scenarioId', 'number', 'submittedAt', 'overall'])
    .select(['grades.needsReview', 'opinions.needsReview as isDoubted'])
    .where('learnerId', '=', learnerId)
    .orderBy('submittedAt', 'desc')
    .orderBy('submissions.id', 'desc')
    .execute();
  return rows.map(({ id, scenarioId, number, submittedAt, overall, needsReview, isDoubted }) => ({
    submissionId: SubmissionIdSchema.parse(id),
    scenarioId: ScenarioIdSchema.parse(scenarioId),
    scenarioTitle: selectOptionalExercise(course, scenarioId)?.scenario.title ?? scenarioId,
    number,
    submittedAt,
    overall,
    isPassed: isExercisePassed(overall, course.outline.passing),
    needsReview: needsReview === 1 || isDoubted === 1,
  }));
}

/** One learner's work, newest hand-in first; null for learners outside the actor's cohorts. */
export async function selectLearnerRecord(actor: Actor, learnerId: LearnerId): Promise<LearnerRecord | null> {
  requireInstructor(actor, "read a learner's record");
  const person = await selectTaught(actor, learnerId);
  return person && readLearnerRecord(person);
}

/** What an instructor sees of one learner. For code that has settled who asks: the learner reads the same of themselves. */
export async function readLearnerRecord(person: RosterEntry): Promise<LearnerRecord> {
  const course = await getCourse();
  const { id: learnerId, name, email, isGuest, createdAt, lastActiveAt } = person;
  const lessons = await lessonsOf(course, learnerId);
  const handIns = await handInsOf(course, learnerId);
  return { learnerId, name, email, isGuest, createdAt, lastActiveAt, lessons, handIns };
}

/** A submission with its whole grade and the rubric it was graded by; null outside the actor's cohorts. */
export async function selectStaffResult(actor: Actor, submissionId: SubmissionId): Promise<StaffResult | null> {
  requireInstructor(actor, 'read a submission');
  const stored = await selectGraded(submissionId, async (ownerId) => (await selectTaught(actor, ownerId)) !== null);
  const person = stored && (await selectTaught(actor, stored.learnerId));
  if (!person) return null;
  const exercise = varyExercise(selectExercise(await getCourse(), stored.scenarioId), stored.variant);
  const opinion = await selectOpinion(stored.submissionId);
  const { id, name, email, isGuest } = person;
  return {
    submissionId: stored.submissionId,
    learner: { id, name, email, isGuest },
    scenarioId: stored.scenarioId,
    scenarioTitle: exercise.scenario.title,
    brief: exercise.scenario.brief,
    number: stored.number,
    submittedAt: stored.submittedAt,
    handIn: stored.handIn,
    components: exercise.scenario.components,
    grade: stored.grade,
    opinion,
    criteria: (stored.rubric ?? exercise.rubric).criteria,
  };
}

/** Whether the account opens more than a learner's own work: an owner, or anybody with a role. */
async function hasPowers(actor: Actor, learnerId: LearnerId): Promise<boolean> {
  if (learnerId === actor.learnerId) return false;
  const role = await database()
    .selectFrom('enrolments')
    .select('cohortId')
    .where('learnerId', '=', learnerId)
    .where('role', '!=', 'learner')
    .where('status', '=', 'active')
    .executeTakeFirst();
  const owner = await database()
    .selectFrom('owners')
    .select('since')
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();
  return role !== undefined || owner !== undefined;
}

/**
 * A link by which a learner of the actor's cohorts sets a new password. Not for owners and others with a role, whose account would
 * be worth more than the link's maker has: the reset-link command is for them. `origin` is the address people use.
 */
export async function issueResetLink(
  actor: Actor,
  learnerId: LearnerId,
  origin?: string,
): Promise<Outcome<{ url: string; expiresAt: number }, 'unknown-learner' | 'guest' | 'demo' | 'instructor'>> {
  requireInstructor(actor, 'make a password link');
  const person = await selectTaught(actor, learnerId);
  if (!person) return { ok: false, reason: 'unknown-learner' };
  if (person.isGuest) return { ok: false, reason: 'guest' };
  if (isDemoEmail(person.email)) return { ok: false, reason: 'demo' };
  if (await hasPowers(actor, learnerId)) return { ok: false, reason: 'instructor' };
  const { token, expiresAt } = await makeLink('reset-password', learnerId);
  const { baseUrl, port } = env();
  return {
    ok: true,
    value: { url: `${baseUrl?.origin ?? origin ?? `http://localhost:${port}`}/reset/${token}`, expiresAt },
  };
}
