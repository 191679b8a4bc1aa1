import { expect, test } from 'vitest';
import { BOUNDARIES, type BoundaryId, type BoundaryInput, computeAll, computeCost } from './boundary-cost';

const start: BoundaryInput = { rate: 1000, items: 50, bytes: 1024, batch: 1, isJson: true };

function cost(id: BoundaryId, part: Partial<BoundaryInput> = {}) {
  const boundary = BOUNDARIES.find((one) => one.id === id);
  if (!boundary) throw new Error(id);
  return computeCost(boundary, { ...start, ...part });
}

/** 50,000 calls × 0.08 µs = 0.004 cores; 50,000 KiB × 30 µs = 1.5 cores. */
test('over the C ABI the format costs hundreds of times what the crossing costs', () => {
  const { crossings, crossingCores, formatCores } = cost('ffi');
  expect(crossings).toBe(50_000);
  expect(crossingCores).toBeCloseTo(0.004, 10);
  expect(formatCores).toBeCloseTo(1.5, 10);
});

test('batching leaves the format alone, and raw bytes leave the crossings alone', () => {
  expect(cost('ffi', { batch: 50 }).formatCores).toBeCloseTo(1.5, 10);
  expect(cost('ffi', { batch: 50 }).crossings).toBe(1000);
  expect(cost('ffi', { isJson: false }).cores).toBeCloseTo(0.004, 10);
});

/** One by one: 50,000 × 45 µs = 2.25 cores and 50 × 60 µs = 3 ms; in one batch 0.045 cores and 0.06 ms. */
test('between processes it is the crossings that cost, and the batch that cures', () => {
  const single = cost('process', { isJson: false });
  const batched = cost('process', { isJson: false, batch: 50 });
  expect(single.crossingCores).toBeCloseTo(2.25, 10);
  expect(single.addedMs).toBeCloseTo(3 + 0.025, 10);
  expect(batched.crossingCores).toBeCloseTo(0.045, 10);
  expect(batched.addedMs).toBeCloseTo(0.06 + 0.025, 10);
});

test('a last, smaller batch is a crossing, too', () => {
  expect(cost('process', { items: 11, batch: 10 }).crossings).toBe(2000);
});

test('the comparison keeps the order of the boundaries', () => {
  expect(computeAll(start).map((one) => one.boundary.id)).toEqual(BOUNDARIES.map((one) => one.id));
});
