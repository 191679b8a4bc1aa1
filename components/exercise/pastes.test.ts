import { expect, test } from 'vitest';
import { countPaste, toPastes } from './pastes';

const none = { characters: 0, largest: 0 };

test('pastes add up, and the largest is remembered', () => {
  const first = countPaste(none, 'twelve signs', '', '');
  expect(first).toEqual({ characters: 12, largest: 12 });
  expect(countPaste(first, 'four', 'twelve signs', '')).toEqual({ characters: 16, largest: 12 });
});

test('moving one’s own words about is no paste, and neither is nothing', () => {
  expect(countPaste(none, 'my words', 'here are my words', '')).toBe(none);
  expect(countPaste(none, 'my words', 'here are', 'my words')).toBe(none);
  expect(countPaste(none, '  \n', '', '')).toBe(none);
});

test('what a device keeps and nobody wrote counts as none', () => {
  expect(toPastes(null)).toEqual(none);
  expect(toPastes({ characters: 'many', largest: 1 })).toEqual(none);
  expect(toPastes({ characters: 9, largest: 4 })).toEqual({ characters: 9, largest: 4 });
});
