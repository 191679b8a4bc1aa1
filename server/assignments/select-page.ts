import 'server-only';
import { getCourse } from '@/course/course';
import type { Assignment, LearnerStanding } from '@/schemas/assignment';
import type { CohortId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { requireIn } from '../authority';
import { database } from '../db/database';
import { readAssignment } from './desk';
import { inCourse, wordsOf } from './rows';
import { computeStandings, toLearnerStanding } from './select-standings';

export const PEOPLE_A_PAGE = 50;

export interface AssignmentPage {
  readonly assignment: Assignment;
  readonly asks: readonly string[];
  readonly people: readonly LearnerStanding[];
  readonly peopleTotal: number;
  readonly page: number;
  readonly pages: number;
}

const learnersOf = (cohortId: CohortId) =>
  database()
    .selectFrom('enrolments')
    .innerJoin('user', 'user.id', 'enrolments.learnerId')
    .where('cohortId', '=', cohortId)
    .where('role', '=', 'learner')
    .where('status', '=', 'active');

/** One assignment with where fifty of its people stand, by name; null for one of another cohort. */
export async function selectAssignmentPage(
  actor: Actor,
  cohortId: CohortId,
  id: string,
  wanted: number,
  now = Date.now(),
): Promise<AssignmentPage | null> {
  requireIn(actor, cohortId, 'manage', 'read an assignment');
  const assignment = await readAssignment(database(), cohortId, id);
  if (!assignment) return null;
  const { count } = await learnersOf(cohortId)
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  const peopleTotal = Number(count);
  const pages = Math.max(1, Math.ceil(peopleTotal / PEOPLE_A_PAGE));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), pages);
  const rows = await learnersOf(cohortId)
    .select(['user.id', 'name', 'isAnonymous'])
    .orderBy('name')
    .orderBy('user.id')
    .limit(PEOPLE_A_PAGE)
    .offset((page - 1) * PEOPLE_A_PAGE)
    .execute();
  const course = await getCourse();
  const ids = rows.map((row) => row.id);
  const standings = await computeStandings(database(), [inCourse(course, assignment)], ids, 'staff', now);
  const people = rows.flatMap(({ isAnonymous, ...row }, index) => {
    const own = standings[index];
    return own ? [toLearnerStanding({ ...row, isGuest: Boolean(isAnonymous) }, own)] : [];
  });
  return { assignment, asks: wordsOf(course, assignment), people, peopleTotal, page, pages };
}
