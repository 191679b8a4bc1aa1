import type { PanelReport, Vote } from '@/schemas/panel';

interface Heard {
  readonly votes: readonly (Vote | null)[];
  /** Points to settle, those of the board included. */
  readonly conditions: number;
  readonly isPassed: boolean;
}

/**
 * What the panel comes to. It never contradicts the pass: a draft below the mark is not yet approved, whatever the votes,
 * because picks count as well; a passed one is approved, with conditions as long as anything is left to settle or
 * somebody did not simply approve. Whoever voted “not yet” on a passed draft is overruled, and their points stay.
 */
export function panelOutcome({ votes, conditions, isPassed }: Heard): PanelReport['outcome'] {
  if (!isPassed) return 'not-yet';
  return conditions === 0 && votes.every((vote) => vote === 'approve') ? 'approved' : 'approved-with-conditions';
}
