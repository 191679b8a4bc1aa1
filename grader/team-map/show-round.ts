import type { LiveShown, LiveVote } from '@/schemas/live';
import { MAP_CHOICES, type Split } from '@/schemas/team-map';
import { bandOf, publishSplit } from './publish-split';

const MOST_LINES = 40;

function splitsOf(components: readonly string[], votes: readonly LiveVote[]): Record<string, Split> {
  return Object.fromEntries(
    components.map((component) => {
      const counts: Record<string, number> = Object.fromEntries(MAP_CHOICES.map((choice) => [choice, 0]));
      for (const { choices } of votes) {
        const choice = (choices as Record<string, string | undefined>)[component];
        if (choice !== undefined) counts[choice] = (counts[choice] ?? 0) + 1;
      }
      return [component, publishSplit(counts)];
    }),
  );
}

/** What a reveal shows: splits, and the lines in the order of the alphabet, which says nothing about who wrote them. */
export function showReveal(
  components: readonly string[],
  votes: readonly LiveVote[],
  lines: readonly string[],
): LiveShown {
  const ordered = [...new Set(lines)].sort((one, other) => (one < other ? -1 : 1));
  return { before: splitsOf(components, votes), lines: ordered.slice(0, MOST_LINES), after: null, moved: null };
}

/**
 * What the shift shows: of those who had decided before the reveal, where they stand now. Whoever came later is left
 * out: the difference of the two splits would be their vote. Whoever did not decide again stands by their first.
 */
export function showShift(
  components: readonly string[],
  shown: LiveShown,
  first: ReadonlyMap<string, LiveVote>,
  second: ReadonlyMap<string, LiveVote>,
): LiveShown {
  const now = [...first].map(([learner, vote]) => ({ before: vote, after: second.get(learner) ?? vote }));
  const moved = now.filter(({ before, after }) =>
    components.some(
      (component) =>
        (before.choices as Record<string, string>)[component] !== (after.choices as Record<string, string>)[component],
    ),
  );
  return {
    ...shown,
    after: splitsOf(
      components,
      now.map(({ after }) => after),
    ),
    moved: bandOf(moved.length, now.length),
  };
}
