import { expect, test } from 'vitest';
import { dayOf, mondayOf } from './days';

test('the same instant is another day on the other side of the world', () => {
  const at = Date.parse('2026-11-21T23:30:00Z');
  expect(dayOf(at, 'UTC')).toBe('2026-11-21');
  expect(dayOf(at, 'Pacific/Auckland')).toBe('2026-11-22');
  expect(dayOf(at - 20 * 3_600_000, 'America/Los_Angeles')).toBe('2026-11-20');
  expect(dayOf(at, null)).toBe('2026-11-21');
});

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2026-03-01', '2026-02-23'],
])('the week of %s begins on Monday, %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});
