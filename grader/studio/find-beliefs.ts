import type { Misconception } from '@/schemas/misconception';
import type { Probes } from '@/schemas/probe';
import { readWindows } from '../meaning/windows';
import { nearness, readWindow } from '../probes/nearness';
import { type PreparedProbes, prepareProbes } from '../probes/prepare-probes';
import { SHIPPED_PROBE_MODEL } from '../probes/probe-model';
import { readText } from '../text/read-text';
import { type DecisionWarning, toQuote } from './feedback';
import type { DecisionReading } from './reading';

/** The beliefs of the library with the statements by which exercises recognise them. */
export interface Beliefs {
  readonly misconceptions: readonly Misconception[];
  readonly probes: PreparedProbes;
}

type Statements = Probes['misconceptions'];

/** Joins what the exercises' probes say about each belief of the library; wrong turns of single scenarios stay out. */
export function prepareBeliefs(misconceptions: readonly Misconception[], statements: Statements): Beliefs {
  const known = misconceptions.flatMap(({ id }) => {
    const own = statements.filter((one) => one.id === id);
    if (own.length === 0) return [];
    return [{ id, says: own.flatMap(({ says }) => says), corrects: own.flatMap(({ corrects }) => corrects) }];
  });
  const probes = prepareProbes({ criteria: [], misconceptions: known, quantities: [] }, new Set());
  return { misconceptions, probes };
}

/**
 * The measures are those of grader/signals/find-misconceptions.ts. There a scenario narrows what a text is about; here
 * it may be about anything, so a whole sentence has to come much nearer before it is shown to anybody.
 */
const SAID = 1.2;
const LEAD = 0.9;
const FEWEST_TERMS = 4;

/** Vectors cost time by length; what is beyond this is not compared. */
const LONGEST = 12_000;
/** Who speaks of a belief in order to correct it uses such words. */
const CORRECTS = /\b(?:myth|not|no|but|however|although|only|belief|claim(?:s|ed)?|says?|said|unless|depends)\b|n't\b/;

const FIELDS = ['context', 'decision', 'constraint', 'options', 'consequences', 'notes'] as const;
/** More would be a lecture. */
const MOST = 3;

function sentencesOf(reading: DecisionReading) {
  const passages = reading.passages.filter(({ field }) => FIELDS.some((one) => one === field));
  let left = LONGEST;
  return passages.flatMap(({ field, text }) => {
    const part = text.slice(0, left);
    left -= part.length;
    const windows = readWindows(readText(part)).filter(
      (window) =>
        window.kind === 'sentence' && window.terms.length >= FEWEST_TERMS && !CORRECTS.test(window.text.toLowerCase()),
    );
    return windows.map((window) => ({ field, window }));
  });
}

/** Beliefs of the library that the record states in its own voice, each once, at the sentence that comes nearest. */
export function findBeliefs(reading: DecisionReading, { misconceptions, probes }: Beliefs): DecisionWarning[] {
  const read = sentencesOf(reading).map(({ field, window }) => ({
    field,
    window,
    laid: readWindow(probes, window, SHIPPED_PROBE_MODEL).laid,
  }));
  const found = probes.misconceptions.flatMap(({ id, says, corrects }) => {
    const belief = misconceptions.find((one) => one.id === id);
    const near = read.flatMap(({ field, window, laid }) => {
      const said = nearness(laid, says, SHIPPED_PROBE_MODEL).three;
      if (said < SAID || said - nearness(laid, corrects, SHIPPED_PROBE_MODEL).three < LEAD) return [];
      return [{ said, quote: toQuote(field, window.text) }];
    });
    const [nearest] = near.toSorted((one, other) => other.said - one.said);
    return belief && nearest ? [{ ...nearest, belief }] : [];
  });
  return found
    .toSorted((one, other) => other.said - one.said)
    .slice(0, MOST)
    .map(({ quote, belief: { statement, answer } }) => ({
      kind: 'misconception',
      ...quote,
      message: `This comes near a common belief: “${statement}” ${answer}`,
    }));
}
