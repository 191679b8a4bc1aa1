import { expect, test } from 'vitest';
import { repeatableRandom } from './repeatable-random';
import { solveRidge, valueAt } from './solve-ridge';

const random = repeatableRandom(7);
const places = Array.from({ length: 60 }, () => Float64Array.from({ length: 4 }, () => random() - 0.5));
const truth = (place: Float64Array) => 2 + 3 * (place[0] ?? 0) - (place[2] ?? 0);

test('without a penalty the line behind the targets is found again', () => {
  const [line] = solveRidge(places, [places.map(truth)], 1e-9);
  expect(line?.bias).toBeCloseTo(2, 5);
  [3, 0, -1, 0].forEach((weight, at) => {
    expect(line?.weights[at]).toBeCloseTo(weight, 5);
  });
});

test('a penalty shrinks the weights and leaves the mean alone', () => {
  const targets = places.map(truth);
  const [free] = solveRidge(places, [targets], 1e-9);
  const [held] = solveRidge(places, [targets], 50);
  expect(Math.abs(held?.weights[0] ?? 0)).toBeLessThan(Math.abs(free?.weights[0] ?? 0));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  if (!held) throw new Error('no line');
  expect(mean(places.map((place) => valueAt(held, place)))).toBeCloseTo(mean(targets), 9);
});

test('each target gets the line that it would get alone', () => {
  const other = places.map((place) => place[1] ?? 0);
  const [, second] = solveRidge(places, [places.map(truth), other], 1);
  const [alone] = solveRidge(places, [other], 1);
  expect(second).toEqual(alone);
});
