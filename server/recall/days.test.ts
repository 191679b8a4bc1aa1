import { expect, test } from 'vitest';
import { dayOf, middayOf, mondayOf, monthsAfter } from './days';

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

test.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata', null])(
  'the middle of a day lies in that day in %s, and an hour to either side too',
  (zone) => {
    for (const day of ['2026-03-29', '2026-10-25', '2026-12-31'])
      for (const hours of [-1, 0, 1]) expect(dayOf(middayOf(day, zone) + hours * 3_600_000, zone)).toBe(day);
  },
);

test.each([
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-07-15', 6, '2027-01-15'],
  ['2028-02-29', 12, '2029-02-28'],
])('%s and %i months are %s', (day, months, later) => {
  expect(monthsAfter(day, months)).toBe(later);
});
