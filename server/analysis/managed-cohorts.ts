import 'server-only';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { cohortsWith } from '../authority';
import { database } from '../db/database';
import { DEMO_COHORT } from '../demo/demo-cohort';

export interface ManagedCohort {
  readonly id: CohortId;
  readonly name: string;
}

/** The demo cohort where the figures of all leave it out, as `scopeOf` does: beside people who are not fictitious. */
export function leftOutOf(cohorts: readonly ManagedCohort[]): ManagedCohort | null {
  const demo = cohorts.find(({ id }) => id === DEMO_COHORT.id);
  return demo && cohorts.length > 1 ? demo : null;
}

/** The cohorts that the actor manages, by name; none for everybody else. */
export async function selectManagedCohorts(actor: Actor): Promise<ManagedCohort[]> {
  const ids = cohortsWith(actor, 'manage');
  if (ids.length === 0) return [];
  const rows = await database()
    .selectFrom('cohorts')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .orderBy('name')
    .execute();
  return rows.map(({ id, name }) => ({ id: CohortIdSchema.parse(id), name }));
}
