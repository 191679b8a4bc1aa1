import { expect, test } from 'vitest';
import { correlation } from './correlation';
import { fifthOfScore } from './fifths';
import { medianOfCounts } from './median';
import { alphaOf, variance } from './reliability';

/** Ten students, ten items: K. L. Wuensch, "The Kuder-Richardson 20" (East Carolina University), with Σ pq and variance. */
const WUENSCH = [
  '1111110110',
  '1011011101',
  '1111011001',
  '0010001000',
  '0000010010',
  '1110111111',
  '1101110111',
  '1111111101',
  '0101111101',
  '1101101110',
].map((row) => [...row].map(Number));

/** Σ pq = 2.18 and variance of totals 5.84 as printed there: 10/9 · (1 − 2.18/5.84). */
test('KR-20 of the published example', () => {
  const parts = Array.from({ length: 10 }, (_, item) => variance(WUENSCH.map((row) => row[item] ?? 0)));
  const totals = variance(WUENSCH.map((row) => row.reduce((sum, value) => sum + value, 0)));
  expect(parts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2.18, 12);
  expect(totals).toBeCloseTo(5.84, 12);
  const alpha = alphaOf(parts, totals, 10, 10);
  expect(alpha.type === 'estimate' && alpha.value).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 12);
  expect(alphaOf(parts, totals, 10)).toMatchObject({ reason: 'too-few', n: 10, needed: 30 });
  expect(alphaOf([0.2], 0.2, 40)).toMatchObject({ reason: 'no-variety' });
});

/**
 * 20 right with rest score 3 and 10 right with rest score 1, 10 wrong with rest score 1: M1 = 70/30, M0 = 1,
 * s² = (20·(3−2)² + 20·(1−2)²) / 40 = 1, p = ¾. (7/3 − 1) · √(¾·¼) = 4/3 · √3/4 = 1/√3.
 */
test('a point-biserial correlation worked out by hand', () => {
  const found = correlation([
    { x: 1, y: 3, n: 20 },
    { x: 1, y: 1, n: 10 },
    { x: 0, y: 1, n: 10 },
  ]);
  expect(found).toMatchObject({ type: 'estimate', n: 40 });
  expect(found.type === 'estimate' && found.value).toBeCloseTo(1 / Math.sqrt(3), 12);
  // atanh(0.57735) = 0.658479; ± 1.96/√37 = 0.322223.
  expect(found.type === 'estimate' && found.low).toBeCloseTo(Math.tanh(0.658479 - 0.322223), 5);
});

test('an item that separates completely has 1, turned round −1, and all alike have none', () => {
  const one = { x: 1, y: 8, n: 15 };
  const other = { x: 0, y: 4, n: 15 };
  expect(correlation([one, other])).toMatchObject({ value: 1, n: 30 });
  expect(
    correlation([
      { ...one, x: 0 },
      { ...other, x: 1 },
    ]),
  ).toMatchObject({ value: -1 });
  expect(correlation([one])).toMatchObject({ reason: 'too-few', n: 15, needed: 30 });
  expect(correlation([{ ...one, n: 30 }])).toMatchObject({ reason: 'no-variety' });
});

test('people with one score stay in one fifth', () => {
  const fifth = fifthOfScore([0, 1, 2, 3, 4].map((score) => ({ score, n: 10 })));
  expect([0, 1, 2, 3, 4].map(fifth)).toEqual([0, 1, 2, 3, 4]);
  const lopsided = fifthOfScore([
    { score: 0, n: 10 },
    { score: 1, n: 80 },
    { score: 2, n: 10 },
  ]);
  expect([0, 1, 2].map(lopsided)).toEqual([0, 2, 4]);
});

test('the median of counted values', () => {
  expect(medianOfCounts([])).toBeNull();
  expect(
    medianOfCounts([
      { value: 90, n: 1 },
      { value: 10, n: 2 },
      { value: 30, n: 1 },
    ]),
  ).toBe(20);
  expect(
    medianOfCounts([
      { value: 10, n: 1 },
      { value: 12, n: 1 },
      { value: 700, n: 1 },
    ]),
  ).toBe(12);
});
