import 'server-only';
import { getCourse } from '@/course/course';
import type { PeopleQuery } from '@/schemas/dashboard';
import type {
  CohortAggregateView,
  CohortGlanceView,
  CohortOverviewView,
  CohortSummary,
} from '@/schemas/dashboard-view';
import type { CohortId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import { requireIn } from '../authority';
import { selectNamedCohort } from './select-cohort';
import { toDeskCourse } from './to-desk-course';

const EVERYBODY: PeopleQuery = { q: '', standing: 'all', sort: 'risk', after: '' };

/** Below so many people a number about the whole is a number about somebody. */
export const FEWEST_PEOPLE = 5;

/** Who is how far, a page of people at a time; null for a cohort that is not there. */
export async function selectCohortOverview(
  actor: Actor,
  cohortId: CohortId,
  query: PeopleQuery,
): Promise<CohortOverviewView | null> {
  requireIn(actor, cohortId, 'manage', 'read the overview of a cohort');
  const cohort = await selectNamedCohort(cohortId);
  if (!cohort) return null;
  const course = toDeskCourse(await getCourse());
  return { cohort, ...(await askAnalytics('overview', { course, cohortId, query })) };
}

/** The numbers of a cohort and the five who need somebody most, for whoever runs it; null for one that is not there. */
export async function selectCohortGlance(actor: Actor, cohortId: CohortId): Promise<CohortGlanceView | null> {
  requireIn(actor, cohortId, 'manage', 'read a cohort at a glance');
  const cohort = await selectNamedCohort(cohortId);
  if (!cohort) return null;
  const course = toDeskCourse(await getCourse());
  const reply = await askAnalytics('overview', { course, cohortId, query: EVERYBODY, size: 0 });
  return { cohort, asOf: reply.asOf, summary: reply.summary, first: reply.first };
}

/** A median of fewer than five people is left out; counts of who did what stay. */
function aggregateOf({ atRisk: _, ...summary }: CohortSummary): Omit<CohortSummary, 'atRisk'> {
  return {
    ...summary,
    medianMinutes: summary.timed < FEWEST_PEOPLE ? null : summary.medianMinutes,
    modules: summary.modules.map((module) => ({
      ...module,
      medianShare: module.begun < FEWEST_PEOPLE ? null : module.medianShare,
      medianBest: module.graded < FEWEST_PEOPLE ? null : module.medianBest,
      medianMinutes: module.timed < FEWEST_PEOPLE ? null : module.medianMinutes,
    })),
  };
}

/** The same without anybody in it, for those who lead; no number at all below five people. */
export async function selectCohortAggregate(actor: Actor, cohortId: CohortId): Promise<CohortAggregateView | null> {
  requireIn(actor, cohortId, 'aggregate', 'read the numbers of a cohort');
  const cohort = await selectNamedCohort(cohortId);
  if (!cohort) return null;
  const course = toDeskCourse(await getCourse());
  const { asOf, summary } = await askAnalytics('overview', { course, cohortId, query: EVERYBODY, size: 0 });
  return { cohort, asOf, summary: summary.people < FEWEST_PEOPLE ? null : aggregateOf(summary) };
}
