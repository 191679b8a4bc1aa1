import 'server-only';
import type { CohortId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { cohortsWith, requireIn } from '../authority';
import { isActiveLearnerOf } from '../db/is-active-learner-of';
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

/** Whether a learner, given as a column, is an active learner of one of the cohorts. */
export const isInScope = (learnerId: string, { cohortIds }: AnalysisScope) => isActiveLearnerOf(learnerId, cohortIds);
