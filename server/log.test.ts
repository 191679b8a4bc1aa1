import { expect, test } from 'vitest';
import { withoutPrivate } from './log';

test.each([
  ['550 5.1.1 <ada.l@example.org>: Recipient refused', '550 5.1.1 <[address]>: Recipient refused'],
  ['connect postgres://app:hunter2@db.example.org/x failed', 'connect postgres://[secret]@db.example.org/x failed'],
  ['GET http://localhost:3000/join/AbC-123_x%20 failed', 'GET http://localhost:3000/join/[secret] failed'],
  ['authorization: Bearer abcdef.ghijkl', 'authorization: Bearer [secret]'],
  ['invalid code=9f8e7d6c5b, state=0011223344', 'invalid code=[secret], state=[secret]'],
])('of "%s" what is private does not reach the log', (text, shown) => {
  expect(withoutPrivate(text)).toBe(shown);
});

test('a stack stays readable', () => {
  const stack = 'TypeError: x is not a function\n    at run (server/jobs/run-jobs.ts:12:3)';
  expect(withoutPrivate(stack)).toBe(stack);
});
