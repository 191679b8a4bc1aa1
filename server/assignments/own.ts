import 'server-only';
import { getCourse } from '@/course/course';
import { handInsUsed } from '@/grader/assignments/standing';
import { type AssignedExercise, type OwnAssignment, OwnAssignmentSchema } from '@/schemas/assignment';
import type { Course } from '@/schemas/course';
import type { LearnerId, ScenarioId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { database } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { type AssignmentInCourse, toAssignment } from './asked';
import { dueFor, selectExtensions } from './extensions';
import { inCourse, wordsOf } from './rows';
import { computeStandings } from './select-standings';

type Found = AssignmentInCourse & { readonly cohortName: string };

/** Where somebody learns. Whoever looks in place of a learner sees what is asked in the cohorts that they run. */
async function cohortsOf(db: Db | Tx, learnerId: string): Promise<string[]> {
  const placesOf = (id: string, role: 'learner' | 'instructor') =>
    db
      .selectFrom('enrolments')
      .select('cohortId as id')
      .where('learnerId', '=', id)
      .where('role', '=', role)
      .where('status', '=', 'active')
      .execute();
  const own = await placesOf(learnerId, 'learner');
  const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  if (own.length > 0) return idsOf(own);
  const preview = await db
    .selectFrom('previews')
    .leftJoin('owners', 'owners.learnerId', 'previews.ownerId')
    .select(['ownerId', 'owners.learnerId as isOwner'])
    .where('previews.learnerId', '=', learnerId)
    .executeTakeFirst();
  if (!preview) return [];
  if (preview.isOwner === null) return idsOf(await placesOf(preview.ownerId, 'instructor'));
  return idsOf(await db.selectFrom('cohorts').select('id').execute());
}

/** What is asked of one person now: assignments of the living cohorts they learn in, not withdrawn, by date. */
async function assignmentsOf(db: Db | Tx, course: Course, learnerId: string): Promise<Found[]> {
  const cohortIds = await cohortsOf(db, learnerId);
  if (cohortIds.length === 0) return [];
  const rows = await db
    .selectFrom('assignments')
    .innerJoin('cohorts', 'cohorts.id', 'assignments.cohortId')
    .selectAll('assignments')
    .select('cohorts.name as cohortName')
    .where('assignments.cohortId', 'in', cohortIds)
    .where('withdrawnAt', 'is', null)
    .where('archivedAt', 'is', null)
    .orderBy('assignments.dueAt')
    .orderBy('assignments.id')
    .execute();
  return rows.map(({ cohortName, ...row }) => ({ ...inCourse(course, toAssignment(row)), cohortName }));
}

/** One person's assignments with dates and standing, as that person may see them; the next date first. */
export async function readOwnAssignments(learnerId: LearnerId, now: number): Promise<OwnAssignment[]> {
  const course = await getCourse();
  const all = await assignmentsOf(database(), course, learnerId);
  const standings = await computeStandings(database(), all, [learnerId], 'learner', now);
  return all
    .map(({ assignment, passShare, cohortName }, index) => {
      const own = standings[index];
      if (!own) throw new Error(`no standing for assignment ${assignment.id}`);
      const { id, title, note, attempts, opensAt } = assignment;
      const { dueAt, extension, standing } = own;
      const asks = wordsOf(course, assignment);
      return OwnAssignmentSchema.parse({
        id,
        cohortName,
        title,
        note,
        asks,
        attempts,
        passShare,
        opensAt,
        dueAt,
        extension,
        standing,
      });
    })
    .toSorted((one, other) => one.dueAt - other.dueAt);
}

/** One's own assignments; none for a visitor. */
export async function selectOwnAssignments(actor: Actor | null, now = Date.now()): Promise<OwnAssignment[]> {
  return actor ? readOwnAssignments(actor.learnerId, now) : [];
}

/** Those that ask for an exercise and are open, with the hand-ins left in each. */
async function assigningExercise(db: Db | Tx, learnerId: LearnerId, scenarioId: ScenarioId, now: number) {
  const all = await assignmentsOf(db, await getCourse(), learnerId);
  const asking = all.filter((one) => one.assignment.opensAt <= now && one.exerciseIds.includes(scenarioId));
  if (asking.length === 0) return [];
  const handIns = await db
    .selectFrom('submissions')
    .select(['scenarioId', 'submittedAt as at'])
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .execute();
  const facts = handIns.map((handIn) => ({ ...handIn, overall: null }));
  return asking.map(({ assignment }) => {
    const { most } = assignment.attempts;
    const used = handInsUsed(scenarioId, assignment.opensAt, facts);
    return { assignment, left: most === null ? null : Math.max(0, most - used) };
  });
}

/** What the page of an exercise says about assignments. */
export async function selectAssignedExercise(
  actor: Actor | null,
  scenarioId: ScenarioId,
  now = Date.now(),
): Promise<AssignedExercise[]> {
  if (!actor) return [];
  const found = await assigningExercise(database(), actor.learnerId, scenarioId, now);
  const ids = found.map(({ assignment }) => assignment.id);
  const extensions = await selectExtensions(database(), ids, [actor.learnerId]);
  return found.map(({ assignment, left }) => {
    const dueAt = dueFor(assignment, extensions.get(`${assignment.id}:${actor.learnerId}`));
    return { title: assignment.title, dueAt, isOverdue: now > dueAt, left };
  });
}

/** The assignment whose limit leaves no hand-in of this exercise, or null. Asked under the learner's lock, so that two hand-ins cannot both be the last. */
export async function usedUpBy(
  tx: Tx,
  learnerId: LearnerId,
  scenarioId: ScenarioId,
  now: number,
): Promise<{ readonly title: string; readonly most: number } | null> {
  const found = (await assigningExercise(tx, learnerId, scenarioId, now)).find(({ left }) => left === 0);
  return found ? { title: found.assignment.title, most: found.assignment.attempts.most ?? 0 } : null;
}
