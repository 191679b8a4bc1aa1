import type { Evidence } from '@/schemas/grade';
import { type ReadUnit, readText } from '../text/read-text';

/** From here on two sentences say the same for a list that a person looks through before anything is applied. */
export const ALIKE_SENTENCE = 0.5;
/** With fewer content words in common it is chance. */
const FEWEST_SHARED = 3;

const keysOf = ({ words }: ReadUnit) => new Set(words.filter(({ isContent }) => isContent).map(({ key }) => key));
const isDenied = ({ words }: ReadUnit) => words.filter(({ isNegation }) => isNegation).length % 2 === 1;

/**
 * The sentence of a text that is most like a given one, by the keys under which the grader matches words (stems and known
 * synonyms): their share in common of all that either has (Jaccard), both denied or neither. Null where none is alike.
 */
export function findAlikeSentence(sentence: string, text: string): (Evidence & { readonly share: number }) | null {
  const wanted = readText(sentence).units;
  const keys = new Set(wanted.flatMap((unit) => [...keysOf(unit)]));
  const isWantedDenied = wanted.filter(isDenied).length % 2 === 1;
  let best: (Evidence & { readonly share: number }) | null = null;
  for (const unit of readText(text).units) {
    if (isDenied(unit) !== isWantedDenied) continue;
    const own = keysOf(unit);
    const shared = [...own].filter((key) => keys.has(key)).length;
    const share = shared / Math.max(1, own.size + keys.size - shared);
    if (shared < FEWEST_SHARED || share < ALIKE_SENTENCE || share <= (best?.share ?? 0)) continue;
    best = { start: unit.start, end: unit.end, quote: text.slice(unit.start, unit.end), share };
  }
  return best;
}
