import 'server-only';
import { type RawBuilder, sql } from 'kysely';
import type { CohortId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { cohortsWith, requireIn } from '../authority';
import { contentHash } from '../db/json';
import { DEMO_COHORT } from '../demo/demo-cohort';
import { Forbidden } from '../forbidden';

/** The cohorts whose learners are counted, and the name under which the figures are kept. */
export interface AnalysisScope {
  readonly key: string;
  readonly cohortIds: readonly CohortId[];
}

/**
 * One cohort, or all that the actor manages: then without the fictitious people of the demo, unless there is nobody else.
 * Refuses whoever manages none, and another's cohort.
 */
export function scopeOf(actor: Actor, cohortId: CohortId | null, act: string): AnalysisScope {
  if (cohortId !== null) {
    requireIn(actor, cohortId, 'manage', act);
    return { key: cohortId, cohortIds: [cohortId] };
  }
  const all = cohortsWith(actor, 'manage');
  if (all.length === 0) throw new Forbidden(act);
  const real = all.filter((id) => id !== DEMO_COHORT.id);
  const cohortIds = (real.length > 0 ? real : all).toSorted();
  return { key: `all-${contentHash(cohortIds).slice(0, 16)}`, cohortIds };
}

/** Whether a learner, given as a column, is an active learner of one of the cohorts. Asked by primary key. */
export function isInScope(learnerId: string, { cohortIds }: AnalysisScope): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from "enrolments" as "e" where "e"."learnerId" = ${sql.ref(learnerId)}
    and "e"."cohortId" in (${sql.join(cohortIds)}) and "e"."role" = 'learner' and "e"."status" = 'active')`;
}

/** Lets others have their turn: SQLite answers in this thread, so long work comes in slices. */
export const letOthers = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
