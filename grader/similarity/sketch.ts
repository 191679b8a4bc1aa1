import { isFunctionWord } from '../text/function-words';
import { splitWords } from '../text/words';

/** Words in a run. Three content words in the same order seldom meet by chance; five break at the first reworded one. */
const RUN = 3;
/** Smallest hashes that are kept of a text: the error of an estimated share is about 1/√SIZE. */
const SIZE = 128;
/** A text with fewer runs is too short to be called like another. */
export const FEWEST_RUNS = 12;

/** What is kept of a text in order to compare it: its smallest hashes, rising, each once. */
export type Sketch = readonly number[];

/** FNV-1a, 32 bits: the same in every engine. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The content words of a text with their places. */
export function contentWords(text: string) {
  return splitWords(text).filter(({ folded }) => !isFunctionWord(folded));
}

/** Runs of content words, as one string each. */
export function runsOf(text: string): string[] {
  const words = contentWords(text).map(({ folded }) => folded);
  return words
    .slice(0, Math.max(0, words.length - RUN + 1))
    .map((_, index) => words.slice(index, index + RUN).join(' '));
}

/**
 * A text as a bottom-k sketch of its runs of words (Broder 1997, "On the resemblance and containment of documents"),
 * without the runs that `given` (the brief, which everybody quotes) has too.
 */
export function sketchText(text: string, given: string): Sketch {
  const known = new Set(runsOf(given));
  const hashes = new Set(
    runsOf(text)
      .filter((run) => !known.has(run))
      .map(hashOf),
  );
  return [...hashes].sort((one, other) => one - other).slice(0, SIZE);
}

/**
 * The share of runs that two texts have in common of all that either has (Jaccard), estimated from their sketches: of the
 * smallest hashes of both together, how many both have. Exact for texts with no more runs than a sketch holds; 0 where
 * one of them is too short to say.
 */
export function likenessOf(one: Sketch, other: Sketch): number {
  if (one.length < FEWEST_RUNS || other.length < FEWEST_RUNS) return 0;
  let [i, j, all, shared] = [0, 0, 0, 0];
  // Both rise, so one walk along them visits the smallest hashes of the union in order.
  for (; all < SIZE && (i < one.length || j < other.length); all += 1) {
    const [left, right] = [one[i] ?? Number.POSITIVE_INFINITY, other[j] ?? Number.POSITIVE_INFINITY];
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return shared / all;
}

/** From here on two texts of different people are shown to a person, side by side. */
export const ALIKE_TEXTS = 0.5;
/** From here on one reply may well fit both drafts. */
export const ALIKE_DRAFTS = 0.35;
