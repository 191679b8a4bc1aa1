import type { ReadText, ReadUnit } from '../text/read-text';
import { splitWords } from '../text/words';

/** Words in a row that nobody writes again by chance. */
const ROW = 4;
/** From this share of its rows on, a sentence is somebody else's. */
const MOST_BORROWED = 0.6;

function rowsOf(words: readonly string[]): string[] {
  return words.slice(0, Math.max(0, words.length - ROW + 1)).map((_, at) => words.slice(at, at + ROW).join(' '));
}

/** Sentences of a text that stand in one of the sources nearly word for word. Short ones are never counted. */
export function copiedUnits({ units }: ReadText, sources: readonly string[]): Set<ReadUnit> {
  const known = new Set(sources.flatMap((source) => rowsOf(splitWords(source).map(({ folded }) => folded))));
  return new Set(
    units.filter(({ words }) => {
      const rows = rowsOf(words.map(({ folded }) => folded));
      return rows.length > 1 && rows.filter((row) => known.has(row)).length / rows.length >= MOST_BORROWED;
    }),
  );
}
