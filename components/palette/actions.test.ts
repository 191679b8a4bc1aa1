import { expect, test } from 'vitest';
import { matchActions, PALETTE_ACTIONS } from './actions';

const titles = (query: string) => matchActions(query).map(({ title }) => title);

test('an empty query offers every action', () => {
  expect(matchActions('  ')).toEqual(PALETTE_ACTIONS);
});

test('an action is found by the beginning of its words, by other words for it, and in any order', () => {
  expect(titles('cont')).toEqual(['Continue']);
  expect(titles('dark col')).toEqual(['Colours: dark']);
  expect(titles('theme')).toHaveLength(3);
  expect(titles('export')).toEqual(['Account']);
  expect(titles('shortcuts')).toEqual(['Keys on this page']);
});

test('words of the course are no action', () => {
  expect(titles('latency')).toEqual([]);
  expect(titles('glossary latency')).toEqual([]);
});
