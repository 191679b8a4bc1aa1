const WORD = /[^\s\p{P}\p{S}]+/gu;

/** Words so common that they tell no place from another. "Go" is not among them. */
const COMMON = new Set(
  'a an and are as at be but by for from had has have if in is it its not of on or s so t than that the their then there they this to was were what when which who will with you'.split(
    ' ',
  ),
);

export interface Word {
  readonly text: string;
  readonly start: number;
}

/** The words of a text with their places; both the index and the marks in an excerpt cut by it. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ text: word, start: index }));
}

/** A word as it is indexed and asked for, or null for one that is left out. */
export function indexed(word: string): string | null {
  const lower = word.toLowerCase();
  return COMMON.has(lower) ? null : lower;
}
