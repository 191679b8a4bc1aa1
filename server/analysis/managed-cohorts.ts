import 'server-only';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { cohortsWith } from '../authority';
import { database } from '../db/database';

export interface ManagedCohort {
  readonly id: CohortId;
  readonly name: string;
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
