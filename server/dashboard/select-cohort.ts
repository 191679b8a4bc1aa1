import 'server-only';
import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import { database } from '../db/database';

export interface NamedCohort {
  readonly id: CohortId;
  readonly name: string;
}

/** A cohort by its id, for a caller whose role was asked for before; null where there is none. */
export async function selectNamedCohort(cohortId: string): Promise<NamedCohort | null> {
  const row = await database()
    .selectFrom('cohorts')
    .select(['id', 'name'])
    .where('id', '=', cohortId)
    .executeTakeFirst();
  return row ? { id: CohortIdSchema.parse(row.id), name: row.name } : null;
}
