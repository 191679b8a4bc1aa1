import type { Scenario } from '@/schemas/scenario';

/** The facts of a scenario that change, in the order of their rounds: `twist` first, then `extra_twists`. */
export const scenarioTwists = (scenario: Pick<Scenario, 'twist' | 'extra_twists'>): Scenario['twist'][] => [
  scenario.twist,
  ...scenario.extra_twists,
];
