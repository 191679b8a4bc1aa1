import { expect, test } from 'vitest';
import { countSentences } from './note-field';
import { type RoundCopy, type RoundState, roundMachine, startRound } from './round-machine';

const before = { choices: { api: 'go' }, boundary: 'none' } as const;
const start = startRound(before);
const copy: RoundCopy = { choices: { api: 'rust' }, boundary: 'queue', note: 'Kept words.', changeHash: 'now' };
const find = (state: RoundState, found: RoundCopy | null) =>
  roundMachine(state, { type: 'found-on-device', copy: found, changeHash: 'now' });

test('a round starts with the earlier picks and an empty note', () => {
  expect(start.work).toEqual({ ...before, note: '' });
});

test('a copy on the device comes back with picks and note', () => {
  expect(find(start, copy)).toMatchObject({
    work: { choices: { api: 'rust' }, boundary: 'queue', note: 'Kept words.' },
    found: 'same-fact',
  });
});

test('a copy that speaks of an older fact comes back, and is said to', () => {
  expect(find(start, { ...copy, changeHash: 'before' }).found).toBe('older-fact');
});

test('a part that the scenario no longer has is not brought back', () => {
  expect(find(start, { ...copy, choices: { gone: 'rust' } }).work.choices).toEqual({ api: 'go' });
});

test('words typed before the copy was found win over it', () => {
  const typed = roundMachine(start, { type: 'wrote', note: 'New words.' });
  expect(find(typed, copy)).toBe(typed);
});

test('an expired fact keeps the note, and editing does not make it current again', () => {
  const written = roundMachine(start, { type: 'wrote', note: 'My reason.' });
  const expired = roundMachine(written, { type: 'not-taken', code: 'twist-expired', message: 'It has changed.' });
  const edited = roundMachine(expired, { type: 'wrote', note: 'My reason, longer.' });
  expect(expired.work.note).toBe('My reason.');
  expect(edited.sending.status).toBe('expired');
});

test('another refusal goes with the next change', () => {
  const refused = roundMachine(start, { type: 'not-taken', code: 'offline', message: 'No server.' });
  expect(refused.sending.status).toBe('refused');
  expect(roundMachine(refused, { type: 'chose', id: 'api', choice: 'rust' }).sending.status).toBe('idle');
});

test.each([
  ['', 0],
  ['One.', 1],
  ['One. Two!', 2],
  ['At 1.44 cores it fits. So it stays', 2],
])('"%s" is counted as %i sentences', (text, count) => {
  expect(countSentences(text)).toBe(count);
});
