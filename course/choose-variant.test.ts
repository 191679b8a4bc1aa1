import { expect, test } from 'vitest';
import { firstVariant, nextVariant, seedOf } from './choose-variant';

const seeds = Array.from({ length: 3_000 }, (_, index) => index + 1);

test('neighbouring seeds spread evenly over three variants', () => {
  const counts = [0, 0, 0];
  for (const seed of seeds) {
    const variant = firstVariant(seed, 'S01', 3);
    counts[variant] = (counts[variant] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(120);
});

test('the same seed gives the same variant, and 0 that of the files', () => {
  expect(firstVariant(12_345, 'S07', 3)).toBe(firstVariant(12_345, 'S07', 3));
  expect(['S01', 'S02', 'S03'].map((id) => firstVariant(0, id, 3))).toEqual([0, 0, 0]);
});

test('starting over never gives the same figures again, where there are others', () => {
  for (const seed of [0, ...seeds.slice(0, 200)])
    for (const last of [0, 1, 2]) expect(nextVariant(seed, 'S01', 2, last, 3)).not.toBe(last);
  expect(nextVariant(5, 'S01', 2, 0, 1)).toBe(0);
});

test('everybody without a seed has one of their own', () => {
  const found = new Set(seeds.map((index) => seedOf(`learner-${index}`)));
  expect(found.size).toBe(seeds.length);
  expect(Math.min(...found)).toBeGreaterThan(0);
});
