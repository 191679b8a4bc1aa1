import 'server-only';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { mayIn } from '../authority';
import { database } from '../db/database';

export interface ManagedCohort {
  readonly id: CohortId;
  readonly name: string;
  readonly isArchived: boolean;
  readonly learners: number;
}

/** For pages: a cohort that the actor runs; null for any other, as if it did not exist. */
export async function selectManagedCohort(actor: Actor, cohortId: string): Promise<ManagedCohort | null> {
  const id = CohortIdSchema.safeParse(cohortId);
  if (!id.success || !mayIn(actor, id.data, 'manage')) return null;
  const row = await database().selectFrom('cohorts').selectAll().where('id', '=', id.data).executeTakeFirst();
  if (!row) return null;
  const { count } = await database()
    .selectFrom('enrolments')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('cohortId', '=', id.data)
    .where('role', '=', 'learner')
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return { id: id.data, name: row.name, isArchived: row.archivedAt !== null, learners: Number(count) };
}
