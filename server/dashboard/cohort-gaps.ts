import 'server-only';
import { getCourse } from '@/course/course';
import type { BeliefHolder, CohortGaps } from '@/schemas/dashboard-view';
import type { CohortId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import { requireIn } from '../authority';
import { database } from '../db/database';
import { recordOncePerHour } from './record-view';
import { type NamedCohort, selectNamedCohort } from './select-cohort';
import { type Statement, selectStatement } from './select-statement';
import { toDeskCourse } from './to-desk-course';

export interface CohortGapsView extends CohortGaps {
  readonly cohort: NamedCohort;
}

/** What a cohort gets wrong, weakest first; null for a cohort that is not there. */
export async function selectCohortGaps(actor: Actor, cohortId: CohortId): Promise<CohortGapsView | null> {
  requireIn(actor, cohortId, 'manage', 'read what a cohort gets wrong');
  const cohort = await selectNamedCohort(cohortId);
  if (!cohort) return null;
  const course = toDeskCourse(await getCourse());
  return { cohort, ...(await askAnalytics('gaps', { course, cohortId })) };
}

export interface BeliefView {
  readonly cohort: NamedCohort;
  readonly misconception: Statement;
  readonly holders: readonly BeliefHolder[];
}

/** Who holds a belief, in their own words, which is noted; null for an unknown cohort or belief. */
export async function selectBelief(actor: Actor, cohortId: CohortId, id: string): Promise<BeliefView | null> {
  requireIn(actor, cohortId, 'manage', 'read who holds a belief');
  const cohort = await selectNamedCohort(cohortId);
  const misconception = selectStatement(await getCourse(), id);
  if (!cohort || !misconception) return null;
  const holders = await askAnalytics('beliefHolders', { cohortId, misconceptionId: misconception.id });
  const quoted = holders.filter(({ quote }) => quote !== null);
  if (quoted.length > 0)
    await recordOncePerHour(database(), actor, {
      act: 'quotes.viewed',
      cohortId,
      subjectId: null,
      details: { misconception: misconception.id },
    });
  return { cohort, misconception, holders };
}
