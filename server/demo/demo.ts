import 'server-only';
import { getCourse } from '@/course/course';
import type { Course } from '@/schemas/course';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import { dropCohort } from '../cohorts/drop-cohort';
import { inTransaction, openedDatabase } from '../db/database';
import { toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { deleteLearners } from '../delete-learners';
import { newId } from '../new-id';
import { recomputeRollups } from '../rollups';
import { addAssignments } from './demo-assignments';
import { DEMO_COHORT, demoEmail, teachDemoCohort } from './demo-cohort';
import { DEMO_PEOPLE, DEMO_REVIEWER, type DemoPerson } from './demo-people';
import { addReviews } from './demo-reviews';
import { type DemoStep, tellStory } from './demo-story';
import { handIn, takeQuiz } from './demo-work';

const DAY = 86_400_000;

/** The account library's row. There is no password row: nobody can sign in as a demo person. */
async function addPerson(
  tx: Tx,
  { name, role }: { readonly name: string; readonly role: 'learner' | 'reviewer' },
  createdAt: number,
  lastActiveAt: number,
): Promise<LearnerId> {
  const id = LearnerIdSchema.parse(newId());
  const no = openedDatabase().address.engine === 'postgres' ? false : 0;
  const at = new Date(createdAt).toISOString();
  await tx
    .insertInto('user')
    .values({
      id,
      name: `${name} (demo)`,
      email: demoEmail(name),
      emailVerified: no,
      isAnonymous: no,
      image: null,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  await tx.insertInto('learners').values({ id, createdAt, lastActiveAt, mergedInto: null, studySeed: 0 }).execute();
  await tx
    .insertInto('enrolments')
    .values({ learnerId: id, cohortId: DEMO_COHORT.id, role, status: 'active', enrolledAt: createdAt })
    .execute();
  return id;
}

async function live(tx: Tx, learnerId: LearnerId, person: DemoPerson, step: DemoStep): Promise<void> {
  switch (step.type) {
    case 'read':
      await tx
        .insertInto('lesson_reads')
        .values({ learnerId, lessonId: step.lesson.lesson.id, readAt: step.at })
        .execute();
      return;
    case 'quiz':
      return takeQuiz(tx, learnerId, person, step);
    case 'hand-in':
      return handIn(tx, learnerId, step);
    case 'draft': {
      const { exercise, at } = step;
      const draft = {
        learnerId,
        scenarioId: exercise.scenario.id,
        version: 1,
        handIn: toJson(step.handIn),
        savedAt: at,
      };
      await tx.insertInto('drafts').values(draft).execute();
      return;
    }
    default:
      return step satisfies never;
  }
}

async function addEverybody(tx: Tx, course: Course, now: number): Promise<LearnerId[]> {
  const ids: LearnerId[] = [];
  for (const person of DEMO_PEOPLE) {
    const story = tellStory(course, person, now);
    const joinedAt = story[0]?.at ?? now - person.joinedDaysAgo * 86_400_000;
    const learnerId = await addPerson(
      tx,
      { name: person.name, role: 'learner' },
      joinedAt,
      story.at(-1)?.at ?? joinedAt,
    );
    ids.push(learnerId);
    for (const step of story) await live(tx, learnerId, person, step);
    await recomputeRollups(tx, learnerId);
  }
  return ids;
}

/** Adds the demo cohort, all of it or nothing, and says how many people it has; null if it is there already. */
export async function addDemo(now = Date.now()): Promise<number | null> {
  const course = await getCourse();
  return inTransaction(async (tx) => {
    const added = await tx
      .insertInto('cohorts')
      .values({ ...DEMO_COHORT, createdAt: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (!added.numInsertedOrUpdatedRows) return null;
    const learnerIds = await addEverybody(tx, course, now);
    const [joinedAt, seenAt] = [now - DEMO_REVIEWER.joinedDaysAgo * DAY, now - DEMO_REVIEWER.lastSeenDaysAgo * DAY];
    const reviewerId = await addPerson(tx, { name: DEMO_REVIEWER.name, role: 'reviewer' }, joinedAt, seenAt);
    await addReviews(tx, course, learnerIds, reviewerId);
    await addAssignments(tx, course, learnerIds, now);
    const instructors = await tx
      .selectFrom('enrolments')
      .select('learnerId')
      .distinct()
      .where('role', '=', 'instructor')
      .where('status', '=', 'active')
      .execute();
    await teachDemoCohort(
      tx,
      instructors.map(({ learnerId }) => learnerId),
      now,
    );
    return DEMO_PEOPLE.length;
  });
}

/** Rubrics that only demo grades brought in. One that was stored before the demo, or that a grade still names, stays. */
async function dropDemoRubrics(tx: Tx, hashes: readonly string[], since: number): Promise<void> {
  if (hashes.length === 0) return;
  await tx
    .deleteFrom('rubric_snapshots')
    .where('hash', 'in', hashes)
    .where('storedAt', '>=', since)
    .where('hash', 'not in', (query) => query.selectFrom('grades').select('rubricHash'))
    .execute();
}

/** Takes away exactly what `addDemo` added and says how many people that were; null if there is no demo cohort. */
export async function removeDemo(): Promise<number | null> {
  return inTransaction(async (tx) => {
    const cohort = await tx.selectFrom('cohorts').selectAll().where('id', '=', DEMO_COHORT.id).executeTakeFirst();
    if (!cohort) return null;
    const people = await tx
      .selectFrom('enrolments')
      .innerJoin('user', 'user.id', 'enrolments.learnerId')
      .select(['learnerId', 'role'])
      .where('cohortId', '=', cohort.id)
      .where(
        'email',
        'in',
        [...DEMO_PEOPLE, DEMO_REVIEWER].map(({ name }) => demoEmail(name)),
      )
      .execute();
    const ids = people.map(({ learnerId }) => learnerId);
    const grades = await tx
      .selectFrom('grades')
      .innerJoin('submissions', 'submissions.id', 'grades.submissionId')
      .select('rubricHash')
      .distinct()
      .where('learnerId', 'in', ids)
      .execute();
    await deleteLearners(tx, ids);
    await dropDemoRubrics(
      tx,
      grades.map(({ rubricHash }) => rubricHash),
      cohort.createdAt,
    );
    await dropCohort(tx, cohort.id);
    return people.filter(({ role }) => role === 'learner').length;
  });
}
