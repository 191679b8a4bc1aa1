import 'server-only';
import type { PersonDue } from '@/schemas/dashboard-view';
import { type AssignmentInCourse, inOffer, toAssignment } from '../assignments/asked';
import { computeStandings } from '../assignments/select-standings';
import type { Db } from '../db/open-database';
import type { DeskCourse } from './desk-course';

const NOTHING_DUE: PersonDue = { nextAt: null, overdue: 0, overdueSince: null };

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

const earlier = (one: number | null, other: number) => (one === null ? other : Math.min(one, other));

/** The dates of these people, by the same function that the page of an assignment goes by. */
export async function readDue(
  db: Db,
  open: readonly AssignmentInCourse[],
  learnerIds: readonly string[],
  now: number,
): Promise<(learnerId: string) => PersonDue> {
  const found = new Map<string, PersonDue>();
  const standings = open.length > 0 ? await computeStandings(db, open, learnerIds, 'staff', now) : [];
  for (const { learnerId, dueAt, standing } of standings) {
    const due = found.get(learnerId) ?? NOTHING_DUE;
    if (standing.status === 'overdue')
      found.set(learnerId, {
        ...due,
        overdue: due.overdue + 1,
        overdueSince: earlier(due.overdueSince, dueAt),
      });
    else if (standing.status === 'open' || standing.status === 'due-soon')
      found.set(learnerId, { ...due, nextAt: earlier(due.nextAt, dueAt) });
  }
  return (learnerId) => found.get(learnerId) ?? NOTHING_DUE;
}
