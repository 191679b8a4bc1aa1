import { expect, test } from 'vitest';
import { inSixMonths, sayDay } from './days';

test('half a year on is the same day, or the last one of a shorter month', () => {
  expect(inSixMonths(new Date(2026, 2, 5))).toBe('2026-09-05');
  expect(inSixMonths(new Date(2026, 7, 31))).toBe('2027-02-28');
  expect(inSixMonths(new Date(2026, 11, 31))).toBe('2027-06-30');
});

test('a calendar day reads the same in every time zone', () => {
  expect(sayDay('2026-03-01')).toBe('1 March 2026');
});
