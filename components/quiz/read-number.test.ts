import { expect, test } from 'vitest';
import { readNumber } from './read-number';

test('digits, a decimal point, spaces between groups and exponents are numbers', () => {
  expect(['12', ' 1 500 ', '0.25', '.5', '-3', '1.5e3'].map(readNumber)).toEqual([12, 1500, 0.25, 0.5, -3, 1500]);
});

test('a comma, a unit or nothing is not a number, so that nobody is marked on a misreading', () => {
  expect(['1,5', '1,500', '20 ms', '', 'e3', '1.2.3', 'Infinity'].map(readNumber)).toEqual(Array(7).fill(null));
});
