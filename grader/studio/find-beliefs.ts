import type { Misconception } from '@/schemas/misconception';
import type { Probes } from '@/schemas/probe';
import { readWindows } from '../meaning/windows';
import { type PreparedProbes, prepareProbes } from '../probes/prepare-probes';
import { SHIPPED_PROBE_MODEL } from '../probes/probe-model';
import { readAnswer } from '../probes/read-answer';
import { findMisconceptions } from '../signals/find-misconceptions';
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

/** Vectors cost time by length; what is beyond this is not compared. */
const LONGEST = 20_000;
/** Who speaks of a belief in order to correct it uses such words; the paragraph is then left alone. */
const CORRECTS =
  /\b(?:myth|not|no|but|however|although|only|belief|claim(?:s|ed)?|says?|said|argue[sd]?|unless|depends|n't)\b|n't\b/;

const FIELDS = ['context', 'decision', 'constraint', 'options', 'consequences', 'notes'] as const;

/** Beliefs of the library that the record states in its own voice. */
export function findBeliefs(reading: DecisionReading, { misconceptions, probes }: Beliefs): DecisionWarning[] {
  const passages = reading.passages.filter(({ field }) => FIELDS.some((one) => one === field));
  const found: DecisionWarning[] = [];
  let left = LONGEST;
  for (const { field, text } of passages) {
    const part = text.slice(0, left);
    left -= part.length;
    if (part.trim() === '') continue;
    const read = readText(part);
    const answer = readAnswer(probes, read, readWindows(read), SHIPPED_PROBE_MODEL);
    for (const { id, evidence } of findMisconceptions(part, answer, 0)) {
      const belief = misconceptions.find((one) => one.id === id);
      const message = belief && `This comes near a common belief: “${belief.statement}” ${belief.answer}`;
      if (!message || CORRECTS.test(evidence.quote.toLowerCase()) || found.some((own) => own.message === message))
        continue;
      found.push({ kind: 'misconception', ...toQuote(field, evidence.quote), message });
    }
  }
  return found.slice(0, 3);
}
