import cases from '../data/case-names.json';
import type { TextNumber } from '../text/numbers';
import type { ReadText, ReadUnit } from '../text/read-text';
import { type Cue, countCues } from './cues';

/** One to three neighbouring units, compared with a criterion as a whole. */
export interface Passage {
  readonly units: readonly ReadUnit[];
  readonly keys: ReadonlySet<string>;
  readonly numbers: readonly TextNumber[];
  readonly cues: Readonly<Record<Cue, number>>;
  readonly negations: number;
  readonly words: number;
  readonly hasCase: boolean;
}

const MOST_UNITS = 3;
const CASE = /\bC\d\d\b/;

/** Names under which the case library's cases are known; a case may be cited by name instead of number. */
const CASE_NAMES = new Set(cases.names);

function toPassage(text: string, units: readonly ReadUnit[]): Passage {
  const words = units.flatMap((unit) => unit.words);
  const slice = units.map((unit) => text.slice(unit.start, unit.end)).join(' ');
  const lowered = ` ${slice.toLowerCase().replaceAll('’', "'")} `;
  return {
    units,
    keys: new Set(words.filter((word) => word.isContent).map((word) => word.key)),
    numbers: units.flatMap((unit) => unit.numbers),
    cues: {
      conclusion: countCues(lowered, 'conclusion'),
      cause: countCues(lowered, 'cause'),
      reversal: countCues(lowered, 'reversal'),
      condition: countCues(lowered, 'condition'),
      limit: countCues(lowered, 'limit'),
      denial: countCues(lowered, 'denial'),
      absolute: countCues(lowered, 'absolute'),
    },
    negations: words.filter((word) => word.isNegation).length,
    words: words.length,
    hasCase: CASE.test(slice) || words.some((word) => CASE_NAMES.has(word.folded)),
  };
}

/** All runs of one, two and three neighbouring units. */
export function readPassages(read: ReadText): Passage[] {
  return read.units.flatMap((_, index) =>
    Array.from({ length: MOST_UNITS }, (__, more) => index + more + 1)
      .filter((end) => end <= read.units.length)
      .map((end) => toPassage(read.text, read.units.slice(index, end))),
  );
}
