import { expect, test } from 'vitest';
import { logistic } from './fit-logistic';
import { fitTrees, predictTrees } from './fit-trees';
import { repeatableRandom } from './repeatable-random';

/** Rows of two or more numbers in [0, 1) from a seed. */
function rowsOf(n: number, width: number): number[][] {
  const random = repeatableRandom(7);
  return Array.from({ length: n }, () => Array.from({ length: width }, random));
}

const shareRight = (rows: number[][], truths: number[], score: (row: number[]) => number) =>
  rows.filter((row, index) => score(row) > 0 === (truths[index] === 1)).length / rows.length;

/** Neither feature alone says anything, so depth 2 or more is needed. */
test('trees learn exclusive or, which no sum of single features can', () => {
  const rows = rowsOf(600, 2);
  const truths = rows.map(([x = 0, y = 0]) => (x > 0.5 !== y > 0.5 ? 1 : 0));
  const model = fitTrees(rows, truths, { loss: 'logistic', shrinkage: 0.2 });
  expect(shareRight(rows, truths, (row) => predictTrees(model, row))).toBeGreaterThan(0.97);
});

/** Two groups of 50 with values 1 and 3: mean 2, then every tree of one split moves shrinkage of the way (l2 = 0). */
test('trees find a step and reach its two heights', () => {
  const rows = Array.from({ length: 100 }, (_, index) => [index]);
  const values = rows.map(([x = 0]) => (x < 50 ? 1 : 3));
  const one = fitTrees(rows, values, { loss: 'squared', trees: 1, depth: 1, shrinkage: 0.5, l2: 0, bins: 128 });
  expect(one).toEqual({
    loss: 'squared',
    bias: 2,
    trees: [{ features: [0], thresholds: [49.5], leaves: [-0.5, 0.5] }],
  });
  const many = fitTrees(rows, values, { loss: 'squared', trees: 60, depth: 1, shrinkage: 0.5, l2: 0, bins: 128 });
  expect(predictTrees(many, [10])).toBeCloseTo(1, 5);
  expect(predictTrees(many, [90])).toBeCloseTo(3, 5);
});

test('the same rows give the same bytes, also where rows and features are drawn', () => {
  const rows = rowsOf(300, 5);
  const truths = rows.map(([x = 0, y = 0]) => (x + y > 1 ? 1 : 0));
  const bytes = (seed: number) =>
    JSON.stringify(fitTrees(rows, truths, { loss: 'logistic', rowShare: 0.7, featureShare: 0.6, seed, trees: 20 }));
  expect(bytes(3)).toBe(bytes(3));
  expect(bytes(3)).not.toBe(bytes(4));
});

test('a constant feature teaches nothing: the mean, or the base rate as a chance', () => {
  const rows = Array.from({ length: 99 }, () => [0]);
  const thirds = rows.map((_, index) => (index % 3 === 0 ? 1 : 0));
  expect(predictTrees(fitTrees(rows, thirds, { loss: 'squared' }), [0])).toBeCloseTo(1 / 3, 5);
  expect(logistic(predictTrees(fitTrees(rows, thirds, { loss: 'logistic' }), [0]))).toBeCloseTo(1 / 3, 2);
});

test('a row without weight is as good as absent', () => {
  const rows = Array.from({ length: 60 }, (_, index) => [index % 2]);
  const truths = rows.map((_, index) => (index < 30 ? (index % 2 === 0 ? 1 : 0) : 1));
  const weights = rows.map((_, index) => (index < 30 ? 1 : 0));
  const model = fitTrees(rows, truths, { loss: 'logistic', weights });
  expect(predictTrees(model, [0])).toBeGreaterThan(1);
  expect(predictTrees(model, [1])).toBeLessThan(-1);
});

test('no rows give a model that says the same of everything', () => {
  expect(predictTrees(fitTrees([], [], { loss: 'logistic' }), [1, 2])).toBe(0);
});

test('stored and read back, a model says the same', () => {
  const rows = rowsOf(200, 3);
  const model = fitTrees(
    rows,
    rows.map(([x = 0]) => x * x),
    { loss: 'squared', trees: 30 },
  );
  const again = JSON.parse(JSON.stringify(model));
  for (const row of rows.slice(0, 20)) expect(predictTrees(again, row)).toBe(predictTrees(model, row));
});
