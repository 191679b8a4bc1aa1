import type { PickCredit } from '@/schemas/grade';
import type { Boundary, Choice, Scenario } from '@/schemas/scenario';

type Component = Scenario['components'][number];

const credits = {
  defensible: { credit: 1, verdict: 'defensible' },
  weak: { credit: 0.5, verdict: 'weak' },
  wrong: { credit: 0, verdict: 'wrong' },
} as const satisfies Record<PickCredit['verdict'], PickCredit>;

/** The answer and the others that a good argument carries. `either` among them means that Rust and Go both are. */
export function defensibleChoices(component: Component): ReadonlySet<Choice> {
  const listed: Choice[] = [component.answer, ...component.also_defensible];
  return new Set(listed.includes('either') ? [...listed, 'rust', 'go'] : listed);
}

/**
 * Credit for the pick of one component: 1 where it is defensible, 0.5 where the prose carries an unusual pick, else 0.
 * Nothing picked earns nothing.
 */
export function creditChoice(component: Component, pick: Choice | undefined, isCarried: boolean): PickCredit {
  if (pick === undefined) return credits.wrong;
  if (defensibleChoices(component).has(pick)) return credits.defensible;
  return isCarried ? credits.weak : credits.wrong;
}

/** Credit for the boundary, by the same rule. The scenario's `avoid` is prose for feedback and plays no part. */
export function creditBoundary(
  boundary: Scenario['boundary'],
  pick: Boundary | undefined,
  isCarried: boolean,
): PickCredit {
  if (pick === undefined) return credits.wrong;
  if (pick === boundary.choice || boundary.also.includes(pick)) return credits.defensible;
  return isCarried ? credits.weak : credits.wrong;
}
