import 'server-only';
import { CohortIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { DEMO_COHORT } from '../demo/demo-cohort';
import type { NamedCohort } from './select-cohort';

export interface TaughtCohort extends NamedCohort {
  readonly learners: number;
  readonly isDemo: boolean;
}

/** The cohorts that the actor teaches, with how many learn there; the made-up one last. */
export async function selectTaughtCohorts(actor: Actor): Promise<TaughtCohort[]> {
  if (actor.isGuest || actor.teaches.length === 0) return [];
  const rows = await database()
    .selectFrom('cohorts')
    .select((eb) => [
      'id',
      'name',
      eb
        .selectFrom('enrolments')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('cohortId', '=', 'cohorts.id')
        .where('role', '=', 'learner')
        .where('status', '=', 'active')
        .as('learners'),
    ])
    .where('id', 'in', actor.teaches)
    .orderBy('name')
    .execute();
  return rows
    .map(({ id, name, learners }) => ({
      id: CohortIdSchema.parse(id),
      name,
      learners: learners ?? 0,
      isDemo: id === DEMO_COHORT.id,
    }))
    .sort((one, other) => Number(one.isDemo) - Number(other.isDemo));
}
