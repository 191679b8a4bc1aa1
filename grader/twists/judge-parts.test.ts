import { expect, test } from 'vitest';
import type { Expectation } from '@/schemas/twist';
import { judgeMove } from './judge-parts';
import { twistShare } from './twist-share';

const defensible = new Set(['go', 'neither-keep-existing']);
const move = (expectation: Expectation<string>, before: string, after: string) =>
  judgeMove({ before, after, expectation, defensible });

const MUST_MOVE = { expect: 'must-move', accept: ['rust'] } as const;
const MAY_MOVE = { expect: 'may-move', accept: ['rust'] } as const;
const EITHER = { expect: 'may-move', accept: ['either'] } as const;
const MUST_STAY = { expect: 'must-stay' } as const;

test.each([
  ['must move, and does', MUST_MOVE, 'go', 'rust', 'moved'],
  ['must move, and was there', MUST_MOVE, 'rust', 'rust', 'there-already'],
  ['must move, and stays', MUST_MOVE, 'go', 'go', 'left'],
  ['must move, and goes elsewhere', MUST_MOVE, 'go', 'either', 'elsewhere'],
  ['must move, was there and leaves', MUST_MOVE, 'rust', 'go', 'elsewhere'],
  ['may move, and does', MAY_MOVE, 'go', 'rust', 'moved'],
  ['may move, and stays', MAY_MOVE, 'go', 'go', 'stayed'],
  ['may move, and goes elsewhere', MAY_MOVE, 'go', 'either', 'elsewhere'],
  ['may move to either, which admits Rust', EITHER, 'go', 'rust', 'moved'],
  ['must stay, and does', MUST_STAY, 'go', 'go', 'stayed'],
  ['must stay, and moves to another defensible pick', MUST_STAY, 'go', 'neither-keep-existing', 'needless'],
  ['must stay, and is repaired', MUST_STAY, 'rust', 'go', 'repaired'],
  ['must stay, and moves from one weak pick to another', MUST_STAY, 'rust', 'either', 'needless'],
  ['must stay, and a weak pick stays', MUST_STAY, 'rust', 'rust', 'stayed'],
] as const)('a part that %s', (_name, expectation, before, after, verdict) => {
  expect(move(expectation, before, after)).toBe(verdict);
});

/** Two of two moved, three of four stayed, half a note: 0.5 + 0.25 × 3/4 + 0.25 × 1/2 = 0.8125. */
test('moves count half, stays and note a quarter each', () => {
  expect(twistShare({ moves: { right: 2, of: 2 }, stays: { right: 3, of: 4 }, level: 'half' })).toBeCloseTo(0.8125);
});

/** Nothing has to move: stays and note share what is left, 0.5 × 3/4 + 0.5 × 1. */
test('a kind of which there is nothing leaves its weight to the others', () => {
  expect(twistShare({ moves: { right: 0, of: 0 }, stays: { right: 3, of: 4 }, level: 'full' })).toBeCloseTo(0.875);
  expect(twistShare({ moves: { right: 0, of: 0 }, stays: { right: 0, of: 0 }, level: 'half' })).toBe(0.5);
});
