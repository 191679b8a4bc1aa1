import { expect, test } from 'vitest';
import { answer, DIALS, fits, nearestFlip, RANGES, type Setting, segments } from './flip-point';

const start: Setting = { limit: 35, load: 2000, skill: 2, weeks: 16, prefer: 'soonest' };

/** 17 ms are left for code: Java may be busy 1 - 12/17 = 29.4 % of the time, 3.2 ÷ 0.294 = 10.9 cores; Go 5.5; Rust 2.5. */
test('each option takes the fewest cores that meet the limit', () => {
  expect(fits(start).map(({ cores }) => cores)).toEqual([11, 6, 3]);
});

test('while the incumbent meets the limit, neither skill nor date has a say', () => {
  expect(answer(start)).toBe('keep');
  expect(nearestFlip(start, 'skill')).toBeNull();
  expect(nearestFlip(start, 'weeks')).toBeNull();
});

/** 33: 3.2 ÷ (1 - 12/15) = 16 cores exactly. 29: Go needs 2.6 ÷ (2/11) = 14.3. 25: Rust 1.6 ÷ (1/7) = 11.2, in 18 weeks. */
test('lowering the limit passes through every answer', () => {
  expect(segments(start, 'limit')).toEqual([
    { from: 15, to: 24, answer: 'limit' },
    { from: 25, to: 28, answer: 'date' },
    { from: 29, to: 32, answer: 'go' },
    { from: 33, to: 60, answer: 'keep' },
  ]);
  expect(nearestFlip(start, 'limit')).toEqual({ value: 32, answer: 'go' });
});

/** Java's 29.4 % of 16 cores are 2,941 requests of 1.6 ms; Go's 1 - 9/17 = 47.1 % are 5,792 requests of 1.3 ms. */
test('load flips the answer as well', () => {
  expect(segments(start, 'load').map(({ to, answer: here }) => [to, here])).toEqual([
    [2750, 'keep'],
    [5750, 'go'],
    [8000, 'date'],
  ]);
});

test('at 30 ms skill decides, from five people on; a preference for few cores makes it three', () => {
  const tight = { ...start, limit: 30 };
  expect(nearestFlip(tight, 'skill')).toEqual({ value: 5, answer: 'rust' });
  expect(nearestFlip({ ...tight, prefer: 'fewest-cores' }, 'skill')).toEqual({ value: 3, answer: 'rust' });
});

test('at 27 ms the date decides, and it is the one thing that no language can move', () => {
  const tight = { ...start, limit: 27 };
  expect(answer(tight)).toBe('date');
  expect(nearestFlip(tight, 'weeks')).toEqual({ value: 18, answer: 'rust' });
});

test('segments cover every dial without a gap', () => {
  for (const dial of DIALS) {
    const all = segments(start, dial);
    expect(all[0]?.from).toBe(RANGES[dial].min);
    expect(all.at(-1)?.to).toBe(RANGES[dial].max);
    all.slice(1).forEach((segment, index) => {
      expect(segment.from).toBe((all[index]?.to ?? 0) + RANGES[dial].step);
    });
  }
});
