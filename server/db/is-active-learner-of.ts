import 'server-only';
import { type RawBuilder, sql } from 'kysely';

/** Whether a learner, given as a column, learns in one of these cohorts now. Asked by primary key, row by row. */
export function isActiveLearnerOf(learnerId: string, cohortIds: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from "enrolments" as "e" where "e"."learnerId" = ${sql.ref(learnerId)}
    and "e"."cohortId" in (${sql.join(cohortIds)}) and "e"."role" = 'learner' and "e"."status" = 'active')`;
}
