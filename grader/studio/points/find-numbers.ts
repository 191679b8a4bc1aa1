import { findSlips } from '../../text/arithmetic';
import { type PointReading, toQuote } from '../feedback';
import { derivesFigure, figuresIn } from '../figures';
import type { DecisionReading } from '../reading';

/** A share of all or none is a setting more often than a measurement. */
const ALL_OR_NOTHING = /^(?:0|100) ?%$/;

/** Whether the record has figures with units, and works at least one out of others. */
export function findNumbers(reading: DecisionReading): PointReading {
  // What a source claims is quoted; the reversal condition is a threshold of the future.
  const usable = reading.sentences.filter(({ passage }) => passage.field !== 'reversal');
  const quoted = usable.filter(({ text }) => figuresIn(text).some((figure) => !ALL_OR_NOTHING.test(figure)));
  const derived = usable.filter(({ text }) => derivesFigure(text));
  const slips = reading.passages.flatMap(({ text }) => findSlips(text));
  const first = derived[0] ?? quoted[0];
  if (!first)
    return {
      id: 'numbers',
      level: 'none',
      quotes: [],
      missing: 'This reading could not find a figure with a unit (milliseconds, people, euros a month …).',
    };
  const quotes = [toQuote(first.passage.field, first.text)];
  if (slips.length > 0)
    return {
      id: 'numbers',
      level: 'half',
      quotes,
      missing: 'Figures are there, but a sum does not come out; see the warning below.',
    };
  if (derived.length > 0) return { id: 'numbers', level: 'full', quotes, missing: '' };
  return {
    id: 'numbers',
    level: 'half',
    quotes,
    missing:
      'Figures are quoted; this reading could not find one that is worked out from others (what remains, what it costs, what share).',
  };
}
