import { expect, test } from 'vitest';
import { computeBudget, guaranteedShare } from './latency-budget';

const allowances = { network: 8, sql: 44, code: 18, collector: 3 };

test('a slow request of 73 ms misses a 50 ms target by 23 ms', () => {
  const budget = computeBudget({ target: 50, allowances, speedup: 1, hasCollector: true });
  expect(budget.after).toBe(73);
  expect(budget.spare).toBe(-23);
  expect(budget.gain).toBe(1);
});

/** 8 + 44 + 0 + 0 = 52, still 2 ms over 50. */
test('infinitely fast code without a collector still misses when network and SQL take 52 of 50 ms', () => {
  const budget = computeBudget({ target: 50, allowances, speedup: Number.POSITIVE_INFINITY, hasCollector: false });
  expect(budget.parts.code).toBe(0);
  expect(budget.spare).toBe(-2);
});

/** An index takes SQL from 44 to 20 ms: 8 + 20 + 18 + 3 = 49. */
test('one index meets the target that no language can', () => {
  const budget = computeBudget({ target: 50, allowances: { ...allowances, sql: 20 }, speedup: 1, hasCollector: true });
  expect(budget.spare).toBe(1);
});

/** p = 40 / 100: twice as fast gives 100 / 80 = 1.25, and never more than 100 / 60 = 1.667. */
test('Amdahl: code that is 40 % of the time, made twice as fast, gains a quarter and never more than two thirds', () => {
  const budget = computeBudget({
    target: 100,
    allowances: { network: 10, sql: 45, code: 40, collector: 5 },
    speedup: 2,
    hasCollector: true,
  });
  expect(budget.gain).toBeCloseTo(1.25, 10);
  expect(budget.ceiling).toBeCloseTo(1.6667, 4);
});

test('two parts that each keep a p99 allowance guarantee only a p98 for their sum', () => {
  expect(guaranteedShare(2, 0.99)).toBeCloseTo(0.98, 10);
  expect(guaranteedShare(4, 0.9975)).toBeCloseTo(0.99, 10);
});
