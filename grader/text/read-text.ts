import { isFunctionWord } from './function-words';
import { wordStems } from './lemmas';
import { readNumbers, type TextNumber } from './numbers';
import { canonicalStem } from './synonyms';
import { splitUnits, type Unit } from './units';
import { splitWords, type Word } from './words';

/** A word with its key: the stem under which equal words and known synonyms meet. */
export interface KeyedWord extends Word {
  readonly key: string;
  readonly isContent: boolean;
}

/** A unit with its words and numbers. */
export interface ReadUnit extends Unit {
  readonly words: readonly KeyedWord[];
  readonly numbers: readonly TextNumber[];
}

/** A text as the grader reads it. */
export interface ReadText {
  readonly text: string;
  readonly units: readonly ReadUnit[];
}

/** Reads a text into units, words with keys, and numbers. Same text, same reading. */
export function readText(text: string): ReadText {
  const units = splitUnits(text);
  const perUnit = units.map((unit) => splitWords(text, unit.start, unit.end));
  const stems = wordStems(perUnit.flat().map((word) => word.folded));
  let at = 0;
  return {
    text,
    units: units.map((unit, index) => ({
      ...unit,
      words: (perUnit[index] ?? []).map((word) => {
        const stem = stems[at] ?? word.folded;
        at += 1;
        return { ...word, key: canonicalStem(stem), isContent: !isFunctionWord(word.folded) && stem.length > 1 };
      }),
      numbers: readNumbers(text, unit.start, unit.end),
    })),
  };
}

/** Keys of the content words of a text, each once. */
export function contentKeys(read: ReadText): Set<string> {
  return new Set(read.units.flatMap((unit) => unit.words.filter((word) => word.isContent).map((word) => word.key)));
}
