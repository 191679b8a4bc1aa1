import { expect, test } from 'vitest';
import { measureRetention, type SpacedReview } from './retention';

const reviews = (week: string, recalled: number, forgotten: number): SpacedReview[] =>
  Array.from({ length: recalled + forgotten }, (_, index) => ({ week, isRecalled: index < recalled }));

test('nineteen answers are too early to say, twenty are not', () => {
  expect(measureRetention(reviews('2026-11-16', 19, 0))).toEqual({ type: 'too-early', n: 19, needed: 20 });
  expect(measureRetention(reviews('2026-11-16', 19, 1)).type).toBe('measured');
});

/** By hand: 9 of 10, then 6 of 10; 15 of 20 over both. */
test('the share is that of each week, with its n, oldest first, and that of all', () => {
  expect(measureRetention([...reviews('2026-11-23', 6, 4), ...reviews('2026-11-16', 9, 1)])).toEqual({
    type: 'measured',
    n: 20,
    share: 0.75,
    weeks: [
      { week: '2026-11-16', n: 10, recalled: 9, share: 0.9 },
      { week: '2026-11-23', n: 10, recalled: 6, share: 0.6 },
    ],
  });
});
