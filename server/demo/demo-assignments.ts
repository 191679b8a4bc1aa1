import 'server-only';
import type { AssignmentPlan } from '@/schemas/assignment';
import type { Course } from '@/schemas/course';
import type { LearnerId } from '@/schemas/ids';
import { toJson } from '../db/json';
import type { Tx } from '../db/open-database';
import { newId } from '../new-id';
import { DEMO_COHORT } from './demo-cohort';

const DAY = 86_400_000;

/** One assignment whose date has passed, and one that is due soon. */
function plansOf(course: Course, now: number): AssignmentPlan[] {
  const open = course.outline.modules.filter((module) =>
    course.lessons.some((loaded) => loaded.module.id === module.id),
  );
  const ids = open.map(({ id }) => id);
  const rules = { attempts: { counts: 'best', most: null }, passing: { type: 'course' } } as const;
  const plan = (title: string, moduleIds: typeof ids, from: number, to: number): AssignmentPlan[] =>
    moduleIds.length === 0
      ? []
      : [
          {
            title,
            note: '',
            target: { type: 'modules', moduleIds },
            ...rules,
            opensAt: now + from * DAY,
            dueAt: now + to * DAY,
          },
        ];
  return [
    ...plan('The first three modules', ids.slice(0, 3), -38, -4),
    ...plan('Before the design review', ids.slice(3, 6), -14, 5),
  ];
}

/** What the demo cohort was set, with more time for one of its people. No reminder is planned: nobody reads them. */
export async function addAssignments(
  tx: Tx,
  course: Course,
  learnerIds: readonly LearnerId[],
  now: number,
): Promise<void> {
  const assignments = plansOf(course, now).map(({ target, attempts, passing, ...plan }) => ({
    id: newId(),
    cohortId: DEMO_COHORT.id,
    version: 1,
    ...plan,
    target: toJson(target),
    attempts: toJson(attempts),
    passing: toJson(passing),
    createdAt: plan.opensAt - DAY,
    changedAt: plan.opensAt - DAY,
    withdrawnAt: null,
  }));
  const [first] = assignments;
  if (!first) return;
  await tx.insertInto('assignments').values(assignments).execute();
  const learnerId = learnerIds[7];
  if (learnerId === undefined) return;
  await tx
    .insertInto('assignment_extensions')
    .values({
      assignmentId: first.id,
      learnerId,
      dueAt: first.dueAt + 14 * DAY,
      reason: 'On leave in the week it was due.',
      grantedAt: first.dueAt - 2 * DAY,
    })
    .execute();
}
