import { expect, test } from 'vitest';
import {
  DECISION_CHOICES,
  DECISION_STATUSES,
  type DecisionRecord,
  DecisionRecordSchema,
  EMPTY_DECISION,
} from '@/schemas/decision';
import { repeatableRandom } from '../../statistics/repeatable-random';
import { readAdr } from './read-adr';
import { writeMadr } from './write-madr';

/** Pieces that would break a careless writer: marks, fences, heads, labels and names of the file's own. */
const PIECES = [
  'We keep Go for the gateway.',
  '# not a heading',
  '\\# escaped by hand',
  '## Evidence',
  '### Consequences',
  '```',
  '```js\n# code stays code\n```',
  '~~~',
  '---',
  '===',
  '***',
  'a_b *c* `d` [e](f) <g> | h & i',
  '* a list',
  '- **Claim:** not the claim',
  '  indented by two',
  'Good, because it is not a label',
  '* Bad, because neither is this',
  'Pros:',
  'status: accepted',
  '<script>alert(1)</script>',
  '1. first',
  '> quoted',
  'p99 = 40 ms − 12 ms = 28 ms',
  'naïve café 🚀 日本',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '',
];

type Pick = <Value>(list: readonly Value[]) => Value;

function records(seed: number): DecisionRecord {
  const next = repeatableRandom(seed);
  const pick: Pick = (list) => {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  // As the form keeps it: no invisible ends.
  const text = () => {
    const all = Array.from({ length: Math.floor(next() * 5) }, () => pick(PIECES)).join(pick(['\n', '\n\n']));
    return all.replace(/^\n+/, '').trimEnd();
  };
  const line = () => pick(PIECES).replaceAll('\n', ' ').trim();
  const many = <Value>(most: number, make: () => Value) => Array.from({ length: Math.floor(next() * most) }, make);
  return DecisionRecordSchema.parse({
    title: line(),
    date: pick(['', '2026-03-01']),
    status: pick(DECISION_STATUSES),
    context: text(),
    decision: text(),
    parts: many(4, () => ({ name: line(), choice: pick(DECISION_CHOICES), other: pick(['', line()]) })),
    options: many(4, () => ({ name: line(), pros: text(), cons: text() })),
    constraint: text(),
    evidence: many(4, () => ({ claim: text(), source: text(), limit: text() })),
    boundary: text(),
    ownership: text(),
    reversal: { what: text(), by: line() },
    consequences: text(),
    notes: text(),
    reviewOn: pick(['', '2026-09-01']),
  });
}

const imported = (text: string) => {
  const read = readAdr(text);
  if (!read.ok) throw new Error(read.detail);
  return read.value.record;
};

test('what is exported and imported again is the same record, whatever its texts hold', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const record = records(seed);
    expect(imported(writeMadr(record)), `seed ${seed}\n${writeMadr(record)}`).toEqual(record);
  }
});

test('an empty decision survives the trip', () => {
  expect(imported(writeMadr(EMPTY_DECISION))).toEqual(EMPTY_DECISION);
});
