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

/** A record has twenty to sixty units. Beyond this many, units stand alone, so that odd texts cost no more than long ones. */
const MANY = 400;
const CASE = /\bC\d\d\b/;

/** Names under which the case library's cases are known; a case may be cited by name instead of number. */
const CASE_NAMES = new Set(cases.names);

function readUnit(text: string, unit: ReadUnit): Passage {
  const slice = text.slice(unit.start, unit.end);
  const lowered = ` ${slice.toLowerCase().replaceAll('’', "'")} `;
  return {
    units: [unit],
    keys: new Set(unit.words.filter((word) => word.isContent).map((word) => word.key)),
    numbers: unit.numbers,
    cues: {
      conclusion: countCues(lowered, 'conclusion'),
      cause: countCues(lowered, 'cause'),
      reversal: countCues(lowered, 'reversal'),
      condition: countCues(lowered, 'condition'),
      limit: countCues(lowered, 'limit'),
      denial: countCues(lowered, 'denial'),
      absolute: countCues(lowered, 'absolute'),
    },
    negations: unit.words.filter((word) => word.isNegation).length,
    words: unit.words.length,
    hasCase: CASE.test(slice) || unit.words.some((word) => CASE_NAMES.has(word.folded)),
  };
}

function join(one: Passage, next: Passage): Passage {
  return {
    units: [...one.units, ...next.units],
    keys: new Set([...one.keys, ...next.keys]),
    numbers: [...one.numbers, ...next.numbers],
    cues: {
      conclusion: one.cues.conclusion + next.cues.conclusion,
      cause: one.cues.cause + next.cues.cause,
      reversal: one.cues.reversal + next.cues.reversal,
      condition: one.cues.condition + next.cues.condition,
      limit: one.cues.limit + next.cues.limit,
      denial: one.cues.denial + next.cues.denial,
      absolute: one.cues.absolute + next.cues.absolute,
    },
    negations: one.negations + next.negations,
    words: one.words + next.words,
    hasCase: one.hasCase || next.hasCase,
  };
}

/** All runs of one, two and three neighbouring units, by their first unit. */
export function readPassages(read: ReadText): Passage[] {
  const single = read.units.map((unit) => readUnit(read.text, unit));
  if (single.length > MANY) return single;
  return single.flatMap((first, index) => {
    const runs = [first];
    for (const next of single.slice(index + 1, index + MOST_UNITS)) runs.push(join(runs.at(-1) ?? first, next));
    return runs;
  });
}
