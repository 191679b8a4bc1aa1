import { expect, test } from 'vitest';
import { sayModules } from './say-modules';

test.each([
  [['M4'], 'module 4'],
  [['M1', 'M2'], 'modules 1 and 2'],
  [['M1', 'M2', 'M3'], 'modules 1 to 3'],
  [['M9', 'M1', 'M2', 'M3', 'M11'], 'modules 1 to 3, 9 and 11'],
])('%j is said as %s', (ids, words) => {
  expect(sayModules(ids)).toBe(words);
});
