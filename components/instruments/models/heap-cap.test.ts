import { expect, test } from 'vitest';
import { computeHeap, type HeapInput } from './heap-cap';

const service: HeapInput = {
  live: 300,
  roots: 20,
  allocationRate: 100,
  gogc: 100,
  memoryLimit: null,
  cap: 512,
  cores: 2,
  scanRate: 1000,
};

/** The worked example of the GC guide: 8 MiB live, 2 MiB of roots, GOGC 100, 50 and 200. */
test.each([
  [100, 18],
  [50, 13],
  [200, 28],
])('8 MiB live and 2 MiB of roots at GOGC %i give a target of %i MiB', (gogc, target) => {
  expect(computeHeap({ ...service, live: 8, roots: 2, gogc }).target).toBe(target);
});

/** 300 + 320 = 620 MiB of heap, 640 MiB with the roots, in a container of 512. */
test('the default setting lets 300 MiB of live data outgrow a 512 MiB container', () => {
  const result = computeHeap(service);
  expect(result.peak).toBe(640);
  expect(result.state).toBe('killed');
});

/** 480 - 20 = 460 of heap, 160 of room: 100 / 160 cycles a second, 37.5 a minute, 0.625 · 320 / 1000 = 0.2 cores. */
test('a limit of 480 MiB fits and costs a tenth of two cores', () => {
  const result = computeHeap({ ...service, memoryLimit: 480 });
  expect(result.peak).toBe(480);
  expect(result.cyclesPerMinute).toBeCloseTo(37.5, 10);
  expect(result.collectorCores).toBeCloseTo(0.2, 10);
  expect(result.state).toBe('fits');
});

/** Room 480 - 20 - 455 = 5: 20 cycles a second of 475 MiB would take 9.5 cores. Held at 1 core, 475 / 1000 · 100 = 47.5 of room: 522.5. */
test('a limit too near the live heap thrashes until the limiter lets memory pass the limit', () => {
  const result = computeHeap({ ...service, live: 455, memoryLimit: 480, cap: 600 });
  expect(result.collectorShare).toBe(0.5);
  expect(result.peak).toBeCloseTo(522.5, 10);
  expect(result.state).toBe('thrashing');
  expect(computeHeap({ ...service, live: 455, memoryLimit: 480, cap: 512 }).state).toBe('killed');
});

test('doubling GOGC halves the cost', () => {
  const once = computeHeap({ ...service, roots: 0, cap: 4096 });
  const twice = computeHeap({ ...service, roots: 0, cap: 4096, gogc: 200 });
  expect(twice.collectorCores).toBeCloseTo(once.collectorCores / 2, 10);
});

test('a service that hardly allocates is still collected every two minutes', () => {
  expect(computeHeap({ ...service, allocationRate: 0, cap: 4096 }).cyclesPerMinute).toBe(0.5);
});

test('at the same GOGC a larger live heap costs no more, because its cycles are rarer', () => {
  const small = computeHeap({ ...service, roots: 0, cap: 40_000 });
  const large = computeHeap({ ...service, roots: 0, live: 3000, cap: 40_000 });
  expect(large.collectorCores).toBeCloseTo(small.collectorCores, 10);
  expect(large.cyclesPerMinute).toBeCloseTo(small.cyclesPerMinute / 10, 10);
});
