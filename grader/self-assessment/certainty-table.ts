import { type Confidence, ConfidenceSchema } from '@/schemas/item';

/** Below this many answers a share says little: 9 of 10 and 6 of 10 are a coin's throw apart. */
export const FEWEST_TO_TELL = 10;

/** How often somebody was right when they said a word. `share` is null where they never said it. */
export interface CertaintyRow {
  readonly certainty: Confidence;
  readonly right: number;
  readonly n: number;
  readonly share: number | null;
  readonly isEarly: boolean;
}

/** One row for each word, surest first. */
export function certaintyTable(
  answers: readonly { readonly certainty: Confidence; readonly isRight: boolean }[],
): CertaintyRow[] {
  return ConfidenceSchema.options.map((certainty) => {
    const said = answers.filter((answer) => answer.certainty === certainty);
    const right = said.filter(({ isRight }) => isRight).length;
    const n = said.length;
    return { certainty, right, n, share: n === 0 ? null : right / n, isEarly: n < FEWEST_TO_TELL };
  });
}
