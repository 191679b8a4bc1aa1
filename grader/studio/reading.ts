import type { DecisionRecord } from '@/schemas/decision';
import { type DecisionField, type Passage, readPassages } from './passages';
import { readSentences, type Sentence } from './sentences';

/** A decision read once: its passages, and their sentences in order. */
export interface DecisionReading {
  readonly record: DecisionRecord;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
}

export function readDecision(record: DecisionRecord): DecisionReading {
  const passages = readPassages(record);
  return { record, passages, sentences: passages.flatMap(readSentences) };
}

export const sentencesOf = ({ sentences }: DecisionReading, ...fields: readonly DecisionField[]) =>
  sentences.filter(({ passage }) => fields.includes(passage.field));

/** A sentence with those of its own paragraph: "Go was chosen. It is the only one that starts in 100 ms." */
export function besides({ sentences }: DecisionReading, sentence: Sentence): readonly Sentence[] {
  return sentences.filter(({ passage, block }) => passage === sentence.passage && block === sentence.block);
}
