import { expect, test } from 'vitest';
import { type IssueState, reduceIssue } from './issue-machine';

const open: IssueState = { status: 'open' };
const asked = (name: string, mayBeRead: boolean) => ({ type: 'asked', name, mayBeRead }) as const;

test.each([
  ['no name', asked(' A ', true), { name: expect.stringContaining('name'), consent: null }],
  ['no consent', asked('Ada', false), { name: null, consent: expect.stringContaining('box') }],
  ['neither', asked('', false), { name: expect.any(String), consent: expect.any(String) }],
])('with %s nothing is sent, and the hole is named', (_name, event, holes) => {
  expect(reduceIssue(open, event)).toEqual({ status: 'incomplete', ...holes });
});

test('with both it is on its way, once', () => {
  const sending = reduceIssue(open, asked('Ada', true));
  expect(sending).toEqual({ status: 'sending' });
  expect(reduceIssue(sending, asked('', false))).toBe(sending);
});

test('a refused name is said at the name, everything else beside the form', () => {
  const sending: IssueState = { status: 'sending' };
  expect(reduceIssue(sending, { type: 'refused', message: 'One line.', path: 'name' })).toEqual({
    status: 'incomplete',
    name: 'One line.',
    consent: null,
  });
  expect(reduceIssue(sending, { type: 'refused', message: 'Offline.', path: null })).toEqual({
    status: 'failed',
    message: 'Offline.',
  });
});
