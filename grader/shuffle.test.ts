import { expect, test } from 'vitest';
import { ItemSchema } from '@/schemas/item';
import { toQuestion } from '@/schemas/question';
import { shuffled, shuffleQuestion } from './shuffle';

const letters = ['a', 'b', 'c'];
const seeds = Array.from({ length: 6000 }, (_, seed) => seed);
const entries = letters.map((id) => ({ id, text: id, rationale: 'r' }));
const ordering = toQuestion(
  ItemSchema.parse({
    id: 'an-order',
    stem: 'Which first?',
    claims: [],
    objectives: ['an-objective'],
    rationale: 'r',
    type: 'ordering',
    entries,
    key: ['c', 'a', 'b'],
  }),
);
const orderOf = (seed: number) => {
  const question = shuffleQuestion(ordering, seed, ['c', 'a', 'b']);
  return question.type === 'ordering' ? question.entries.map((entry) => entry.id).join('') : '';
};

test('the same seed gives the same order', () => {
  expect(shuffled(letters, 7)).toEqual(shuffled(letters, 7));
});

test('nothing is lost, doubled or changed in the list given', () => {
  for (const seed of seeds.slice(0, 50)) expect(shuffled(letters, seed).toSorted()).toEqual(letters);
  expect(letters).toEqual(['a', 'b', 'c']);
});

/** Six orders, 6,000 seeds: each expected 1,000 times, standard deviation √(6000·1/6·5/6) ≈ 29; five of them allowed. */
test('over many seeds every order comes about equally often', () => {
  const orders = seeds.map((seed) => shuffled(letters, seed).join(''));
  for (const order of ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    expect(Math.abs(orders.filter((one) => one === order).length - 1000)).toBeLessThan(145);
});

test('an ordering item never starts in the right order, and every other order occurs', () => {
  const orders = new Set(seeds.slice(0, 500).map(orderOf));
  expect([...orders].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cba']);
});

test('two questions of one attempt get orders of their own', () => {
  const twin = { ...ordering, id: 'another-order' } as typeof ordering;
  const differs = seeds
    .slice(0, 50)
    .some(
      (seed) =>
        JSON.stringify(shuffleQuestion(twin, seed)) !==
        JSON.stringify({ ...shuffleQuestion(ordering, seed), id: twin.id }),
    );
  expect(differs).toBe(true);
});
