import { expect, test } from 'vitest';
import { computeLevers, computeLoop, type LoopInput, shareAway } from './feedback-loop';

const team: LoopInput = {
  people: 8,
  cycles: 50,
  rebuild: 18,
  patience: 10,
  comeback: 60,
  pipelineCompile: 9,
  pipelineRest: 6,
  cacheHits: 0,
  checksFirst: false,
  isSplit: false,
  isPure: false,
};

const saved = (input: LoopInput) => Object.fromEntries(computeLevers(input).map(({ name, saves }) => [name, saves]));

test.each([
  [4, 0],
  [10, 0],
  [15, 0.5],
  [20, 1],
  [90, 1],
])('of those who wait %i s with a patience of 10 s a share of %f turns away', (wait, share) => {
  expect(shareAway(wait, 10)).toBe(share);
});

/** 2,000 cycles · 18 s = 10 h; 2,000 · 0.8 · 60 s = 26.7 h; 120 runs · a quarter · 15 min = 7.5 h. */
test('most of the loss is not the waiting but the coming back', () => {
  const hours = computeLoop(team);
  expect(hours.waiting).toBeCloseTo(10, 10);
  expect(hours.away).toBeCloseTo(26.667, 3);
  expect(hours.pipeline).toBeCloseTo(7.5, 10);
  expect(hours.total).toBeCloseTo(44.167, 3);
});

test('the first halving saves 31.7 hours, the second 2.5', () => {
  expect(saved(team).halve).toBeCloseTo(31.667, 3);
  expect(saved({ ...team, rebuild: 9 }).halve).toBeCloseTo(2.5, 10);
});

/** Checks: 0.6 · 4.5 + 0.4 · 18 = 9.9 s, 5.5 h; away 0.4 · 26.67 = 10.67 h. Split: 7.2 s, 4 h, nobody away. */
test('a check in place of a build, and a smaller unit, beat the pipeline’s cache', () => {
  const levers = saved(team);
  expect(levers.check).toBeCloseTo(36.667 - 16.167, 3);
  expect(levers.split).toBeCloseTo(36.667 - 4, 3);
  expect(levers.cache).toBeCloseTo(2.7, 10);
  expect(levers.pure).toBeCloseTo(1, 10);
});

test('with a short rebuild and a slow pipeline the order turns round', () => {
  const levers = saved({ ...team, rebuild: 4, pipelineCompile: 20 });
  expect(levers.cache).toBeGreaterThan(levers.halve ?? 0);
  expect(levers.cache).toBeGreaterThan(levers.check ?? 0);
});

test('a lever that is pulled already saves nothing more', () => {
  const levers = saved({ ...team, checksFirst: true, isSplit: true, isPure: true, cacheHits: 0.9 });
  expect([levers.check, levers.split, levers.pure, levers.cache]).toEqual([0, 0, 0, 0]);
});
