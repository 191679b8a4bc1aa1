import type { Choice } from '@/schemas/scenario';
import { distanceTo } from '../contrary/choose-case';

type Picks = Readonly<Record<string, Choice>>;

/** Index of the answer whose picks lie nearest to somebody's, the first of equals; −1 where there is none. */
export function nearestAnswer(answers: readonly { readonly choices: Picks }[], own: Picks): number {
  const distances = answers.map(({ choices }) => distanceTo({ answers: choices }, own));
  return distances.indexOf(Math.min(...distances));
}

/** Components that are picked alike. */
export const countSame = (choices: Picks, own: Picks): number =>
  Object.entries(choices).filter(([id, choice]) => own[id] === choice).length;
