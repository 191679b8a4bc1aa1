import type { PanelCondition, PanelReport, PanelReview } from '@/schemas/panel';
import type { Level } from '@/schemas/rubric';

interface VoteLook {
  readonly word: string;
  /** The glyph that goes with the word; none for no vote. */
  readonly level: Level | null;
}

/** A vote in words, with the glyph of the level that it resembles. */
export function voteLook(vote: PanelReview['vote']): VoteLook {
  switch (vote) {
    case 'approve':
      return { word: 'approve', level: 'full' };
    case 'approve-with-conditions':
      return { word: 'approve with conditions', level: 'half' };
    case 'not-yet':
      return { word: 'not yet', level: 'none' };
    case null:
      return { word: 'no vote', level: null };
    default:
      return vote satisfies never;
  }
}

/** What the panel comes to, in a sentence or two; `passMark` as a share. */
export function outcomeWords({ outcome, conditions, reviews }: PanelReport, passMark: number): string {
  const things = conditions.length === 1 ? 'One thing' : `${conditions.length} things`;
  switch (outcome) {
    case 'approved':
      return 'Approved. Nothing is left to settle before work starts.';
    case 'approved-with-conditions': {
      if (conditions.length === 0) return 'Approved, though not every reviewer had something to judge.';
      const isOverruled = reviews.some(({ vote }) => vote === 'not-yet');
      return `Approved with conditions. ${things} to settle before work starts.${isOverruled ? ' Somebody voted “not yet” and was overruled; what they miss stays on the list.' : ''}`;
    }
    case 'not-yet':
      return `Not yet. The panel follows the pass mark of ${Math.round(passMark * 100)} %, which counts the board as well as the text.`;
    default:
      return outcome satisfies never;
  }
}

/** One thing to settle: what it is about, and what to do. */
export function conditionWords(condition: PanelCondition): { readonly about: string; readonly ask: string } {
  switch (condition.type) {
    case 'criterion':
      return { about: `${condition.reviewer}: ${condition.title}`, ask: condition.ask };
    case 'part':
      return {
        about: `The board: ${condition.name}`,
        ask: condition.verdict === 'weak' ? 'This pick is hard to defend.' : 'This pick cannot be defended as it is.',
      };
    case 'boundary':
      return {
        about: 'The board: the boundary',
        ask: condition.verdict === 'weak' ? 'This boundary is hard to defend.' : 'This boundary cannot be defended.',
      };
    case 'contradiction':
      return {
        about: `The board: ${condition.name}`,
        ask: 'The text says something else than the board. Make them agree.',
      };
    default:
      return condition satisfies never;
  }
}
