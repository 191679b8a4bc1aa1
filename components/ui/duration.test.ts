import { expect, test } from 'vitest';
import { sayDuration } from './duration';

test.each([
  [9, '9 min'],
  [59, '59 min'],
  [60, '1 h'],
  [82, '1 h 20 min'],
  [119, '2 h'],
  [237, '3 h 55 min'],
  [240, '4 hours'],
  [1_000, '17 hours'],
])('%i minutes are said as %s', (minutes, words) => {
  expect(sayDuration(minutes)).toBe(words);
});
