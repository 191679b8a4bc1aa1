import 'server-only';
import { getCourse } from '@/course/course';
import type { CohortId } from '@/schemas/ids';
import type { ScenarioMap } from '@/schemas/team-map';
import type { Actor } from '../actor';
import { askAnalytics } from '../analytics/analytics-thread';
import { requireIn } from '../authority';
import { type NamedCohort, selectNamedCohort } from '../dashboard/select-cohort';
import { toDeskCourse } from '../dashboard/to-desk-course';
import { toScenarioMap } from './to-scenario-map';

export interface TeamMapView {
  readonly cohort: NamedCohort;
  /** Scenarios that somebody handed in, those on which the team splits first. */
  readonly maps: readonly ScenarioMap[];
}

/** On how many components two people or more stand on each of two sides. */
const splitsOf = ({ components }: ScenarioMap) =>
  components.filter(({ split }) => split.status === 'shown' && split.isSplit).length;

/** Where a team splits, scenario by scenario; null for a cohort that is not there. */
export async function selectTeamMap(actor: Actor, cohortId: CohortId): Promise<TeamMapView | null> {
  requireIn(actor, cohortId, 'aggregate', 'read the decision map of a team');
  const cohort = await selectNamedCohort(cohortId);
  if (!cohort) return null;
  const course = await getCourse();
  const counts = await askAnalytics('teamCounts', { course: toDeskCourse(course), cohortId });
  const maps = course.exercises.flatMap((exercise) => {
    const own = counts[exercise.scenario.id];
    return own ? [toScenarioMap(exercise, own)] : [];
  });
  const rank = (map: ScenarioMap) => (map.isEnough ? 100 : 0) + splitsOf(map);
  return { cohort, maps: maps.sort((one, other) => rank(other) - rank(one)) };
}
