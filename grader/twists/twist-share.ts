import type { Level } from '@/schemas/rubric';
import type { TwistGrade } from '@/schemas/twist-grade';

/** What counts for how much; the round's page says the same figures. */
export const TWIST_WEIGHTS = { moves: 0.5, stays: 0.25, note: 0.25 } as const;

const LEVEL_SHARE: Readonly<Record<Level, number>> = { full: 1, half: 0.5, none: 0 };

/**
 * overall = Σ weight × right / of, over the kinds of which there is something, divided by the sum of their weights.
 * A twist after which nothing has to move is thus half stays and half note.
 */
export function twistShare({
  moves,
  stays,
  level,
}: Pick<TwistGrade, 'moves' | 'stays'> & { readonly level: Level }): number {
  const kinds = [
    { weight: TWIST_WEIGHTS.moves, right: moves.right, of: moves.of },
    { weight: TWIST_WEIGHTS.stays, right: stays.right, of: stays.of },
    { weight: TWIST_WEIGHTS.note, right: LEVEL_SHARE[level], of: 1 },
  ].filter(({ of }) => of > 0);
  const weights = kinds.reduce((sum, { weight }) => sum + weight, 0);
  return kinds.reduce((sum, { weight, right, of }) => sum + (weight * right) / of, 0) / weights;
}
