import { describe, expect, test } from 'vitest';
import { nameWords, readKnownWords, stripNames } from './strip-names';

const known = readKnownWords([
  'We keep Go: four of six people know it, and the date cannot move. With Rust we will mark the queue.',
  'Our team at the old vendor asked whether PostgreSQL holds 180 ms at p99, because it is the budget.',
]);
const names = nameWords(['Ada Example', 'Will Grace']);
const strip = (text: string) => stripNames(text, known, names);

describe('a sentence without names', () => {
  test.each([
    ['We keep Go because four people know it.', 'We keep Go because four people know it.'],
    [
      'We keep Rust and PostgreSQL, and Ada Example will mark it.',
      'We keep Rust and PostgreSQL, and [name] will mark it.',
    ],
    ['We asked ada whether the queue holds.', 'We asked [name] whether the queue holds.'],
    ['At Siemens we keep the date and the queue.', 'At [name] we keep the date and the queue.'],
    ['Siemens cannot move the date of the queue.', '[name] cannot move the date of the queue.'],
    ['We asked ACME Cloud Services whether the date holds.', 'We asked [name] whether the date holds.'],
    ['We asked ada@example.org whether the queue holds.', 'We asked [name] whether the queue holds.'],
    ['The queue at acme.io cannot move the date.', 'The queue at [name] cannot move the date.'],
    ['The date holds: https://wiki.acme.internal/x says the team.', 'The date holds: [name] says the team.'],
    ['The team asked @ines and the queue cannot move.', 'The team asked [name] and the queue cannot move.'],
    ['The team will mark the date of it at 0049 30 1234567.', 'The team will mark the date of it at [name].'],
  ])('%s', (text, expected) => expect(strip(text)).toBe(expected));

  test('a colleague called Will goes, the verb stays', () =>
    expect(strip('We asked Will whether it will move the date.')).toBe(
      'We asked [name] whether it will move the date.',
    ));

  test('a sentence that is mostly names is not shown at all', () => {
    expect(strip('Ada asked Bob, then Carl asked the team and Dora asked Emil.')).toBeNull();
    expect(strip('Ask Ada.')).toBeNull();
    expect(strip('we '.repeat(300))).toBeNull();
  });
});
