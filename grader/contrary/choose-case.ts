import type { ContraryCase } from '@/schemas/contrary';
import type { Choice } from '@/schemas/scenario';

/** `either` leaves Rust and Go open, so it is half of the way to each of them. */
function distance(argued: Choice, pick: Choice | undefined): number {
  if (argued === pick) return 0;
  const isOpen = (one: Choice | undefined, other: Choice | undefined) =>
    one === 'either' && (other === 'rust' || other === 'go');
  return isOpen(argued, pick) || isOpen(pick, argued) ? 0.5 : 1;
}

/** How far a case is from somebody's picks: the mean over the components that it speaks of, 0 to 1. */
export function distanceTo(
  { answers }: Pick<ContraryCase, 'answers'>,
  choices: Readonly<Record<string, Choice>>,
): number {
  const argued = Object.entries(answers);
  if (argued.length === 0) return 0;
  return argued.reduce((sum, [id, choice]) => sum + distance(choice, choices[id]), 0) / argued.length;
}

/** The case that contradicts somebody's picks most; the first of equals. Null where every case agrees with them. */
export function chooseCase(
  cases: readonly ContraryCase[],
  choices: Readonly<Record<string, Choice>>,
): ContraryCase | null {
  let [chosen, farthest]: [ContraryCase | null, number] = [null, 0];
  for (const one of cases) {
    const far = distanceTo(one, choices);
    if (far <= farthest) continue;
    [chosen, farthest] = [one, far];
  }
  return chosen;
}
