import 'server-only';
import { getCourse } from '@/course/course';
import { selectExercise, selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { isExercisePassed } from '@/grader/passing';
import type { Course } from '@/schemas/course';
import { type LearnerId, ScenarioIdSchema, type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { LearnerRecord, StaffResult } from '@/schemas/result';
import type { Actor } from './actor';
import { database } from './db/database';
import { isDemoEmail } from './demo/demo-cohort';
import { env } from './env';
import { Forbidden } from './forbidden';
import { selectOpinion } from './judge/select-opinion';
import { makeLink } from './links';
import { type RosterEntry, selectTaught } from './roster';
import { selectGraded } from './submissions';

/** First line of every function here: somebody who teaches nothing has no business with it. */
function requireInstructor(actor: Actor, act: string): void {
  if (actor.isGuest || actor.teaches.length === 0) throw new Forbidden(act);
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
    pressedAt: stored.pressedAt,
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
