import type { Choice } from '@/schemas/scenario';
import { FEWEST_IN_CELL, FEWEST_OTHERS, type PickCount } from '@/schemas/space';

/**
 * Counts of one component's picks that give nobody away: none from fewer than eight people, none below three. Where just
 * one is below three the smallest of the others is kept back too, because the sum over a row is the same in every row.
 */
export function countPicks(
  picks: readonly (Choice | undefined)[],
  choices: readonly Choice[],
): ReadonlyMap<Choice, PickCount> | null {
  if (picks.length < FEWEST_OTHERS) return null;
  const counts = choices.map((choice) => ({ choice, count: picks.filter((pick) => pick === choice).length }));
  const shown = counts.filter(({ count }) => count >= FEWEST_IN_CELL);
  const smallest = shown.toSorted((one, other) => one.count - other.count)[0]?.choice;
  const isGivenAway = counts.length - shown.length === 1;
  return new Map(
    counts.map(({ choice, count }): [Choice, PickCount] => {
      if (count < FEWEST_IN_CELL) return [choice, { status: 'few' }];
      return [choice, isGivenAway && choice === smallest ? { status: 'kept-back' } : { status: 'shown', count }];
    }),
  );
}
