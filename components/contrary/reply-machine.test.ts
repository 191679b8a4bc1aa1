import { expect, test } from 'vitest';
import { replyMachine, START } from './reply-machine';

test('a copy on this device comes back, and says whether the case was another one', () => {
  const copy = { reply: 'Half a thought', caseHash: 'a' };
  expect(replyMachine(START, { type: 'found-on-device', copy, caseHash: 'a' })).toMatchObject({
    reply: 'Half a thought',
    found: 'same-case',
  });
  expect(replyMachine(START, { type: 'found-on-device', copy, caseHash: 'b' }).found).toBe('older-case');
});

test('words typed before the copy was found win over it', () => {
  const typed = replyMachine(START, { type: 'wrote', reply: 'New words' });
  const copy = { reply: 'Old words', caseHash: 'a' };
  expect(replyMachine(typed, { type: 'found-on-device', copy, caseHash: 'a' })).toEqual(typed);
});

test('a refused reply may be tried again after a change; a case that is gone stays gone', () => {
  const refused = replyMachine(START, { type: 'not-taken', code: 'offline', message: 'Not reached.' });
  expect(refused.sending).toEqual({ status: 'refused', message: 'Not reached.' });
  expect(replyMachine(refused, { type: 'wrote', reply: 'more' }).sending.status).toBe('idle');
  const gone = replyMachine(START, { type: 'not-taken', code: 'case-expired', message: 'Rewritten.' });
  expect(replyMachine(gone, { type: 'wrote', reply: 'more' }).sending.status).toBe('expired');
});

test('an empty reply says so until something is written', () => {
  const missing = replyMachine(START, { type: 'missing' });
  expect(missing.isMissing).toBe(true);
  expect(replyMachine(missing, { type: 'wrote', reply: 'a' }).isMissing).toBe(false);
});
