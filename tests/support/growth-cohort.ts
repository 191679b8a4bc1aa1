import { type CohortId, CohortIdSchema } from '@/schemas/ids';
import type { Db } from '@/server/db/open-database';

/** A team of the first so many of the seeded people (tests/support/seed-cohort.ts), beside the cohort they are all in. */
export async function addPeople(db: Db, count: number): Promise<CohortId> {
  const cohortId = CohortIdSchema.parse('seeded-team');
  const now = Date.now();
  await db
    .insertInto('cohorts')
    .values({ id: cohortId, name: `A team of ${count}`, createdAt: now })
    .execute();
  const ids = Array.from({ length: count }, (_, index) => `seed-${100_001 + index}`);
  await db
    .insertInto('enrolments')
    .values(ids.map((learnerId) => ({ learnerId, cohortId, role: 'learner', status: 'active', enrolledAt: now })))
    .execute();
  return cohortId;
}
