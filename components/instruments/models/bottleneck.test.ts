import { expect, test } from 'vitest';
import { type BottleneckInput, computeBottleneck, computeStation } from './bottleneck';

/** 400 a second: 400 × 20 ms on 16 cores is 50 % busy, 400 × 18 ms on 8 connections is 90 %. */
const start: BottleneckInput = {
  rate: 400,
  target: 120,
  networkMs: 6,
  codeMs: 20,
  cores: 16,
  databaseMs: 18,
  connections: 8,
  speedup: 1,
};

/** 20 ÷ 0.5 = 40, 18 ÷ 0.1 = 180, and 6 + 40 + 180 = 226. */
test('the part with more work is not the part with more time', () => {
  const { before, shareOfWork, shareUnderLoad, shareToMove } = computeBottleneck(start);
  expect(before.code.time).toBeCloseTo(40, 10);
  expect(before.database.time).toBeCloseTo(180, 10);
  expect(before.total).toBeCloseTo(226, 10);
  expect(shareOfWork).toBeCloseTo(20 / 44, 10);
  expect(shareUnderLoad).toBeCloseTo(40 / 226, 10);
  expect(shareToMove).toBeCloseTo(106 / 226, 10);
});

test('infinitely fast code still misses the target and admits not one request more', () => {
  const fast = computeBottleneck({ ...start, speedup: Number.POSITIVE_INFINITY });
  expect(fast.now.total).toBeCloseTo(186, 10);
  expect(fast.floor).toBeCloseTo(186, 10);
  expect(fast.isTargetMet).toBe(false);
  expect(fast.limit).toEqual({ station: 'database', ceiling: 8000 / 18 });
  expect(computeBottleneck(start).limit).toEqual(fast.limit);
});

/** 400 × 15 ms on 8 connections is 75 % busy: 15 ÷ 0.25 = 60, and 6 + 40 + 60 = 106. */
test('three milliseconds off the query do what no language can', () => {
  const shorter = computeBottleneck({ ...start, databaseMs: 15 });
  expect(shorter.now.total).toBeCloseTo(106, 10);
  expect(shorter.isTargetMet).toBe(true);
});

/** At 200 a second: 20 ÷ 0.75 + 18 ÷ 0.55 + 6 = 65.4, and 38.7 without the code. */
test('on a quiet bench the same rewrite looks far better', () => {
  const quiet = computeBottleneck({ ...start, rate: 200, speedup: Number.POSITIVE_INFINITY });
  expect(quiet.before.total).toBeCloseTo(65.394, 3);
  expect(quiet.now.total).toBeCloseTo(38.727, 3);
});

test('a station that gets more than it can serve has an endless line', () => {
  const full = computeStation(500, 18, 8);
  expect(full.utilisation).toBeGreaterThan(1);
  expect(full.time).toBe(Number.POSITIVE_INFINITY);
  expect(computeStation(500, 0, 8)).toMatchObject({ time: 0, utilisation: 0, ceiling: Number.POSITIVE_INFINITY });
});
