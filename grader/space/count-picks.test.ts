import { expect, test } from 'vitest';
import type { Choice } from '@/schemas/scenario';
import { countPicks } from './count-picks';

const CHOICES: readonly Choice[] = ['rust', 'either', 'go', 'neither-keep-existing'];
const picks = (counts: readonly number[]): Choice[] =>
  counts.flatMap((count, at) => Array.from({ length: count }, () => CHOICES[at] ?? 'go'));
const shown = (counts: readonly number[]) => {
  const found = countPicks(picks(counts), CHOICES);
  return found && CHOICES.map((choice) => found.get(choice));
};
const few = { status: 'few' };
const count = (n: number) => ({ status: 'shown', count: n });

test('seven people are too few to count', () => {
  expect(shown([3, 0, 4, 0])).toBeNull();
});

test('from eight on cells of three and more are shown, others as few, nobody included', () => {
  expect(shown([3, 0, 5, 0])).toEqual([count(3), few, count(5), few]);
  expect(shown([2, 1, 5, 0])).toEqual([few, few, count(5), few]);
});

test('one small cell alone could be worked out from the sum, so the next smallest is kept back', () => {
  expect(shown([2, 3, 4, 5])).toEqual([few, { status: 'kept-back' }, count(4), count(5)]);
});
