import { expect, test } from 'vitest';
import { isMalformed } from './malformed.mjs';

const sent = (tree: unknown) => encodeURIComponent(JSON.stringify(tree));
const HOME = ['', { children: ['__PAGE__', {}] }];
const RESULT = ['', { children: ['results', { children: [['id', 'a', 'd', null], { children: ['__PAGE__', {}] }] }] }];

test.each([HOME, RESULT, [...HOME, null, 'refetch', 1]])('what pages send is taken: %j', (...tree) => {
  expect(isMalformed(sent(tree))).toBe(false);
});

test('a request that says nothing of where it comes from is taken', () => {
  expect(isMalformed(undefined)).toBe(false);
});

test.each([
  ['half a list', '%5B%22'],
  ['no encoding', '%E0%A4%A'],
  ['an object', sent({ __proto__: 1, a: 1 })],
  ['brackets without end', encodeURIComponent('['.repeat(3_000) + ']'.repeat(3_000))],
  ['a deep child that is no tree', sent(['', { children: ['a', { children: 1 }] }])],
  ['a segment of numbers', sent([['id', 1, 'd', null], {}])],
  ['more than is read', sent(['a'.repeat(40_000), {}])],
])('%s is malformed', (_what, header) => {
  expect(isMalformed(header)).toBe(true);
});
