import stored from '../data/word-vectors.json';
import { decodeBytes } from './signed-bytes';

/** Numbers in a word's vector. */
export const DIMENSIONS = stored.dimensions;

const words = stored.words.split(' ');
const ranks = stored.ranks.split(' ').map(Number);
const indexes = new Map(words.map((word, index) => [word, index]));

const vectors = decodeBytes(stored.vectors);

/** Where a lower-case word stands in the table, −1 where it is not in it. */
export const vectorIndex = (word: string): number => indexes.get(word) ?? -1;

/** The numbers of a vector, whole numbers of 1/127. */
export const vectorAt = (index: number): Int8Array => vectors.subarray(index * DIMENSIONS, (index + 1) * DIMENSIONS);

/** How common a word is in general English: 0 is the most frequent; unknown words count as rare. */
export const frequencyRank = (word: string): number => ranks[vectorIndex(word)] ?? Number.POSITIVE_INFINITY;

/** Cosine of two words by their indexes, −1 to 1; 0 where either has no vector. Whole-number sums, so exact. */
export function cosine(one: number, other: number): number {
  if (one < 0 || other < 0) return 0;
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 1)
    sum += (vectors[one * DIMENSIONS + at] ?? 0) * (vectors[other * DIMENSIONS + at] ?? 0);
  return sum / (127 * 127);
}
