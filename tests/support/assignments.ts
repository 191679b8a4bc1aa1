import { randomUUID } from 'node:crypto';
import { type AssignmentPlan, AssignmentPlanSchema } from '@/schemas/assignment';
import { type AssignmentId, type CohortId, CohortIdSchema } from '@/schemas/ids';
import { makeAssignment } from '@/server/assignments/desk';
import { database } from '@/server/db/database';
import { newId } from '@/server/new-id';
import type { Person } from './people';

export const DAY = 86_400_000;

/** A plan over the exercise of the fixture course, opened an hour ago and due in ten days. */
export function planOf(changed: Partial<AssignmentPlan> = {}): AssignmentPlan {
  const now = Date.now();
  return AssignmentPlanSchema.parse({
    title: 'Before the design review',
    note: '',
    target: { type: 'exercises', scenarioIds: ['S01'] },
    attempts: { counts: 'best', most: null },
    passing: { type: 'course' },
    opensAt: now - 3_600_000,
    dueAt: now + 10 * DAY,
    ...changed,
  });
}

export async function newCohort(name = 'Platform team'): Promise<CohortId> {
  const id = CohortIdSchema.parse(newId());
  await database().insertInto('cohorts').values({ id, name, createdAt: Date.now() }).execute();
  return id;
}

export async function enrol({ actor }: Person, cohortId: string): Promise<void> {
  const row = { learnerId: actor.learnerId, cohortId, role: 'learner', status: 'active', enrolledAt: Date.now() };
  await database().insertInto('enrolments').values(row).execute();
}

export async function assign(
  staff: Person,
  cohortId: CohortId,
  changed: Partial<AssignmentPlan> = {},
): Promise<AssignmentId> {
  const made = await makeAssignment(staff.actor, cohortId, planOf(changed), randomUUID());
  if (!made.ok) throw new Error(made.reason);
  return made.value.assignmentId;
}
