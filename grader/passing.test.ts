import { expect, test } from 'vitest';
import { descriptorsOpen, isExercisePassed, isQuizMastered } from './passing';

test.each([
  [0.7, true],
  [0.6999, false],
  [null, false],
])('an exercise with overall %s of at least 0.7 is passed: %s', (overall, expected) => {
  expect(isExercisePassed(overall, { exerciseOverall: 0.7 })).toBe(expected);
});

test.each([
  [8, 10, true],
  [4, 5, true],
  [7, 9, false],
  [0, 0, false],
])('%i of %i right at a mastery score of 0.8: %s', (right, total, expected) => {
  expect(isQuizMastered(right, total, 0.8)).toBe(expected);
});

/** 0.1 + 0.2 is a hair above 0.3, and 3 × 0.1 a hair above: the share must not fail on binary rounding. */
test('a share that only rounding puts under the mark counts', () => {
  expect(isExercisePassed(0.7 - 1e-12, { exerciseOverall: 0.7 })).toBe(true);
});

test.each([
  [{ isPassed: true, handIns: 1 }, true],
  [{ isPassed: false, handIns: 2 }, false],
  [{ isPassed: false, handIns: 3 }, true],
])('descriptors for %o are open: %s', (standing, expected) => {
  expect(descriptorsOpen(standing)).toBe(expected);
});
