import type { PreparedExercise } from '../criteria/prepare-exercise';
import { standsFor } from '../text/numbers';
import type { ReadText, ReadUnit } from '../text/read-text';
import { findHostileUnits, withoutUnits } from './hostile-units';
import { isKeywordList } from './keyword-list';

/** What kind of text this is, before any criterion is looked at. */
export interface Signals {
  readonly words: number;
  readonly isTooShort: boolean;
  readonly isEcho: boolean;
  readonly isStuffing: boolean;
  readonly isHostile: boolean;
  /** Share of content words that belong to the brief or to the rubric; low where the text is about something else. */
  readonly relevance: number;
  /** Hardly any English grammar, and no list of terms either: not a text that this grader can read. */
  readonly isUnreadable: boolean;
  /** Units that can serve as evidence: neither lists of terms nor text to the grader nor, in an echo, the brief. */
  readonly eligible: ReadText;
}

const FEWEST_WORDS = 20;

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

const countWords = (units: readonly ReadUnit[]) => units.reduce((sum, unit) => sum + unit.words.length, 0);

/** A sentence whose content comes from the brief and that brings no figure of its own. */
function repeatsBrief(unit: ReadUnit, exercise: PreparedExercise): boolean {
  const content = unit.words.filter((word) => word.isContent);
  if (content.length < 3) return false;
  const own = unit.numbers.filter((number) =>
    number.values.every((value) => value > 12 && !exercise.givenNumbers.some((given) => standsFor(given, value))),
  );
  return own.length === 0 && content.filter((word) => exercise.given.has(word.key)).length / content.length >= 0.7;
}

/** Measures a text as a whole. The bounds lie well apart from honest and terse answers of the gold data. */
export function readSignals(exercise: PreparedExercise, read: ReadText): Signals {
  const isRelated = (key: string) =>
    exercise.given.has(key) || exercise.criteria.some(({ terms }) => terms.weights.has(key));
  const { hostile, foreign } = findHostileUnits(read, isRelated);
  const units = read.units.filter((unit) => !hostile.has(unit));
  const words = countWords(units);
  const content = units.flatMap((unit) => unit.words.filter((word) => word.isContent));
  const grammar = share(words - content.length, words);
  const lists = new Set(units.filter((unit) => isKeywordList(read.text, unit)));
  const echoes = new Set(units.filter((unit) => repeatsBrief(unit, exercise)));
  const given = share(content.filter((word) => exercise.given.has(word.key)).length, content.length);
  const isEcho = words >= 40 && given >= 0.68 && share(countWords([...echoes]), words) >= 0.35;
  const isStuffing = share(countWords([...lists]), words) >= 0.5 || (content.length >= 40 && grammar < 0.15);
  const related = content.filter((word) => isRelated(word.key));
  const isLeftOut = (unit: ReadUnit) =>
    hostile.has(unit) || foreign.has(unit) || lists.has(unit) || (isEcho && echoes.has(unit));
  return {
    words,
    isTooShort: words < FEWEST_WORDS,
    isEcho,
    isStuffing,
    isHostile: hostile.size > 0,
    relevance: share(related.length, content.length),
    isUnreadable: words >= FEWEST_WORDS && grammar < 0.18 && lists.size === 0 && !isStuffing,
    eligible: {
      text: withoutUnits(read.text, read.units.filter(isLeftOut)),
      units: read.units.filter((unit) => !isLeftOut(unit)),
    },
  };
}
