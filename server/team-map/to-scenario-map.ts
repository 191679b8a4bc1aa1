import 'server-only';
import { bandOf, FEWEST_IN_SPLIT, publishSplit } from '@/grader/team-map/publish-split';
import type { Exercise } from '@/schemas/course';
import { MAP_BOUNDARIES, MAP_CHOICES, type ScenarioMap, ScenarioMapSchema } from '@/schemas/team-map';
import type { ScenarioCounts } from '../analytics/team-counts';

const everyOption = (options: readonly string[], counts: Readonly<Record<string, number>> = {}) =>
  Object.fromEntries(options.map((option) => [option, counts[option] ?? 0]));

/** The only way from what a team chose to what may be shown of it. */
export function toScenarioMap({ scenario, rubric }: Exercise, counts: ScenarioCounts): ScenarioMap {
  const { graded, heard } = counts;
  const unheard =
    graded < FEWEST_IN_SPLIT ? [] : rubric.criteria.filter(({ id }) => bandOf(heard[id] ?? 0, graded) === 'few');
  return ScenarioMapSchema.parse({
    scenarioId: scenario.id,
    title: scenario.title,
    isEnough: counts.handedIn >= FEWEST_IN_SPLIT,
    components: scenario.components.map(({ id, name }) => ({
      id,
      name,
      split: publishSplit(everyOption(MAP_CHOICES, counts.choices[id])),
    })),
    boundary: publishSplit(everyOption(MAP_BOUNDARIES, counts.boundary)),
    unheard: unheard.map(({ id, title }) => ({ id, title })),
  });
}
