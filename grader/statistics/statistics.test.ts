import { expect, test } from 'vitest';
import { fitIsotonic } from './fit-isotonic';
import { fitLogistic } from './fit-logistic';
import { pearson } from './pearson';
import { weightedKappa } from './weighted-kappa';

test('equal markings have weighted kappa 1', () => {
  expect(
    weightedKappa(
      [
        [0, 0],
        [1, 1],
        [2, 2],
      ],
      3,
    ),
  ).toBe(1);
});

/**
 * Pairs (0,0) (0,1) (1,1) (2,2). Weights are squared distances over 4: observed = (1/4)/4 = 1/16.
 * Mine 0:2 1:1 2:1, theirs 0:1 1:2 2:1. Expected = Σ mine·theirs·w / 16:
 * row 0: 2·2·¼ + 2·1·1 = 3; row 1: 1·1·¼ + 1·1·¼ = ½; row 2: 1·1·1 + 1·2·¼ = 1½; together 5/16.
 * kappa = 1 − (1/16)/(5/16) = 0.8.
 */
test('one disagreement by one level in four gives 0.8', () => {
  expect(
    weightedKappa(
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [2, 2],
      ],
      3,
    ),
  ).toBeCloseTo(0.8, 12);
});

test('reversed markings have weighted kappa −1', () => {
  expect(
    weightedKappa(
      [
        [0, 2],
        [2, 0],
      ],
      3,
    ),
  ).toBe(-1);
});

test('kappa is undefined without pairs or without variety', () => {
  expect(weightedKappa([], 3)).toBeNull();
  expect(
    weightedKappa(
      [
        [1, 1],
        [1, 1],
      ],
      3,
    ),
  ).toBeNull();
});

/** x 1 2 3, y 2 4 5: Σxy = 3, Σxx = 2, Σyy = 14/3; r = 3/√(28/3). */
test('a correlation worked out by hand', () => {
  expect(
    pearson([
      [1, 2],
      [2, 4],
      [3, 5],
    ]),
  ).toBeCloseTo(3 / Math.sqrt(28 / 3), 12);
});

test('a correlation is undefined below three pairs or without variance', () => {
  expect(
    pearson([
      [1, 2],
      [2, 3],
    ]),
  ).toBeNull();
  expect(
    pearson([
      [1, 2],
      [1, 3],
      [1, 4],
    ]),
  ).toBeNull();
});

/** Hits 0, 1, 0, 1 in order: the middle two violate the order and pool to ½. */
test('an isotonic fit pools neighbours that fall', () => {
  const pairs = [false, true, false, true].map((isHit, index) => ({ raw: index, isHit }));
  expect(fitIsotonic(pairs, 1)).toEqual([
    { raw: 0, chance: 0 },
    { raw: 2, chance: 0.5 },
    { raw: 3, chance: 1 },
  ]);
});

/** A constant feature teaches nothing, so the bias alone fits the base rate of ¾: ln(¾ / ¼) = ln 3. */
test('a logistic fit without information finds the base rate', () => {
  const model = fitLogistic([[0], [0], [0], [0]], [true, true, true, false], 0.02);
  expect(model.bias).toBeCloseTo(Math.log(3), 2);
});

test('a logistic fit gives the telling feature the sign it has', () => {
  const model = fitLogistic(
    [
      [1, 0],
      [-1, 1],
      [1, 1],
      [-1, 0],
    ],
    [true, false, true, false],
    0.02,
  );
  expect(model.weights[0]).toBeGreaterThan(1);
  expect(Math.abs(model.weights[1] ?? 9)).toBeLessThan(0.1);
});
