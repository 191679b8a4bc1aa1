import stored from '../data/word-vectors.json';

/** Numbers in a word's vector. */
export const DIMENSIONS = stored.dimensions;

const words = stored.words.split(' ');
const ranks = stored.ranks.split(' ').map(Number);
const indexes = new Map(words.map((word, index) => [word, index]));

/** Base64 to signed bytes; written out because neither Node's Buffer nor atob is at hand in a pure module. */
function decode(base64: string): Int8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Map([...alphabet].map((letter, value) => [letter.charCodeAt(0), value]));
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  const bytes = new Int8Array((base64.length / 4) * 3 - padding);
  for (let from = 0, to = 0; from < base64.length; from += 4, to += 3) {
    const at = (offset: number) => values.get(base64.charCodeAt(from + offset)) ?? 0;
    const group = (at(0) << 18) | (at(1) << 12) | (at(2) << 6) | at(3);
    for (let part = 0; part < 3 && to + part < bytes.length; part += 1) bytes[to + part] = group >> (16 - 8 * part);
  }
  return bytes;
}

const vectors = decode(stored.vectors);

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
