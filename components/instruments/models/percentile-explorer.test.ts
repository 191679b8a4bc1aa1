import { expect, test } from 'vitest';
import { LUMENBID, percentile, simulate, summarise } from './percentile-explorer';

test('nearest rank: of 1 to 1000, p99 is 990 and p99.9 is 999', () => {
  const values = Array.from({ length: 1000 }, (_, index) => index + 1);
  expect(percentile(values, 0.99)).toBe(990);
  expect(percentile(values, 0.999)).toBe(999);
  expect(percentile(values, 0.5)).toBe(500);
});

test('the same seed gives the same requests', () => {
  expect(simulate(LUMENBID).slice(0, 50)).toEqual(simulate(LUMENBID).slice(0, 50));
});

/** The brief of S03: 14 % of the time, one in thirteen (7.7 %), 1.1 % of all, p99 of 31 ms while a cycle runs. */
test('the starting traffic agrees with the brief of S03', () => {
  const summary = summarise(simulate(LUMENBID), 12, 1);
  expect(summary.missedInCycles).toBeGreaterThan(1 / 14);
  expect(summary.missedInCycles).toBeLessThan(1 / 12);
  expect(summary.missed).toBeGreaterThan(0.0098);
  expect(summary.missed).toBeLessThan(0.0118);
  expect(summary.p99InCycles).toBeGreaterThan(29);
  expect(summary.p99InCycles).toBeLessThan(33);
});

test('at five per cent of the time in cycles p99 keeps the limit and p99.9 does not', () => {
  const summary = summarise(simulate({ ...LUMENBID, cycleShare: 0.05 }), 12, 1);
  expect(summary.p99).toBeLessThan(12);
  expect(summary.p999).toBeGreaterThan(20);
  expect(summary.mean).toBeLessThan(5);
});

test('without cycles nothing but chance exceeds the limit', () => {
  const summary = summarise(simulate({ ...LUMENBID, cycleShare: 0 }), 12, 1);
  expect(summary.missed).toBeLessThan(0.0005);
  expect(summary.p999).toBeLessThan(12);
});

/** 1 - 0.99^40 = 0.331: with forty answers to wait for, one slow in a hundred becomes one slow in three. */
test('fan-out multiplies rare misses', () => {
  const oneInHundred = Array.from({ length: 100 }, (_, index) => ({
    at: 0,
    inCycle: false,
    latency: index === 0 ? 50 : 1,
  }));
  expect(summarise(oneInHundred, 12, 40).missedAfterFanOut).toBeCloseTo(0.331, 3);
});
