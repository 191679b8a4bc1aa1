import 'server-only';
import { isLate } from '@/grader/assignments/standing';
import type { PersonDue } from '@/schemas/dashboard-view';
import { type AssignmentInCourse, inOffer, toAssignment } from '../assignments/asked';
import { computeStandings } from '../assignments/select-standings';
import type { Db } from '../db/open-database';
import type { DeskCourse } from './desk-course';

/** What a cohort is asked for now: opened and not withdrawn. */
export async function readOpenAssignments(
  db: Db,
  { offer }: DeskCourse,
  cohortId: string,
  now: number,
): Promise<AssignmentInCourse[]> {
  const rows = await db
    .selectFrom('assignments')
    .selectAll()
    .where('cohortId', '=', cohortId)
    .where('withdrawnAt', 'is', null)
    .where('opensAt', '<=', now)
    .execute();
  return rows.map((row) => inOffer(offer, toAssignment(row)));
}

/** What the assignments are, as far as it decides who has done them. */
export const signOf = (open: readonly AssignmentInCourse[]): string =>
  JSON.stringify(open.map(({ assignment: { id, version } }) => [id, version]).sort());

/** The dates of what these people have not done, by the same function that the page of an assignment goes by. */
export async function readOpenDates(
  db: Db,
  open: readonly AssignmentInCourse[],
  learnerIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, number[]>();
  const standings = open.length > 0 ? await computeStandings(db, open, learnerIds, 'staff', now) : [];
  for (const { learnerId, dueAt, standing } of standings) {
    if (standing.status === 'done' || standing.status === 'done-late') continue;
    const dates = found.get(learnerId);
    if (dates) dates.push(dueAt);
    else found.set(learnerId, [dueAt]);
  }
  return found;
}

/** The dates as they are at an instant: the millisecond of a date still keeps it, as everywhere. */
export function dueAt(dates: readonly number[], now: number): PersonDue {
  const ahead = dates.filter((date) => !isLate(now, date));
  const past = dates.filter((date) => isLate(now, date));
  return {
    nextAt: ahead.length > 0 ? Math.min(...ahead) : null,
    overdue: past.length,
    overdueSince: past.length > 0 ? Math.min(...past) : null,
  };
}
