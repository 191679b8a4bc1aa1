import type { DecisionRecord } from '@/schemas/decision';

/** The fields of a decision as the feedback names them. */
export type DecisionField =
  | 'context'
  | 'decision'
  | 'options'
  | 'constraint'
  | 'evidence'
  | 'boundary'
  | 'ownership'
  | 'reversal'
  | 'consequences'
  | 'notes';

export const FIELD_NAMES: Readonly<Record<DecisionField, string>> = {
  context: 'Context and facts',
  decision: 'The decision',
  options: 'Options considered',
  constraint: 'Deciding constraint',
  evidence: 'Evidence',
  boundary: 'Boundary',
  ownership: 'Ownership',
  reversal: 'Reversal condition',
  consequences: 'Consequences',
  notes: 'Anything else',
};

/** A stretch of text with the field that it stands in. */
export interface Passage {
  readonly field: DecisionField;
  readonly text: string;
}

/** All the prose of a decision, field by field, in the order of the form. */
export function readPassages(record: DecisionRecord): Passage[] {
  const { context, decision, constraint, boundary, ownership, consequences, notes, reversal } = record;
  const one = (field: DecisionField, text: string): Passage => ({ field, text });
  return [
    one('context', context),
    one('decision', decision),
    ...record.options.flatMap(({ pros, cons }) => [one('options', pros), one('options', cons)]),
    one('constraint', constraint),
    ...record.evidence.flatMap(({ claim, source, limit }) =>
      [claim, source, limit].map((text) => one('evidence', text)),
    ),
    one('boundary', boundary),
    one('ownership', ownership),
    one('reversal', reversal.what),
    one('reversal', reversal.by),
    one('consequences', consequences),
    one('notes', notes),
  ].filter(({ text }) => text.trim() !== '');
}
