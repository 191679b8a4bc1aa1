import type { Evidence } from '@/schemas/grade';
import { splitUnits } from './units';
import { splitWords } from './words';

/** A heading or a label is nothing that one could stand by. */
const FEWEST_WORDS = 4;

/** The sentences of a text that one could point at, with their places, in order; lines of code are none. */
export function sentencesOf(text: string): Evidence[] {
  return splitUnits(text)
    .filter(({ kind, start, end }) => kind !== 'code' && splitWords(text, start, end).length >= FEWEST_WORDS)
    .map(({ start, end }) => ({ start, end, quote: text.slice(start, end) }));
}
