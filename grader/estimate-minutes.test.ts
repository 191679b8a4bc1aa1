import { expect, test } from 'vitest';
import { exerciseMinutes, placementMinutes, quizMinutes, readingMinutes } from './estimate-minutes';

const bare = { words: 0, instruments: 0, checkpoints: 0, claims: 0, cases: 0, listingLines: 0 };

test('two hundred words are read in a minute', () => {
  expect(readingMinutes({ ...bare, words: 2_000 })).toBe(10);
});

test('an instrument takes two minutes, and cards, checkpoints and listings their part', () => {
  expect(readingMinutes({ ...bare, words: 2_000, instruments: 1 })).toBe(12);
  // 4 × 30 s + 12 × 25 s + 4 × 30 s + 20 × 3 s = 10 minutes
  expect(readingMinutes({ ...bare, checkpoints: 4, claims: 12, cases: 4, listingLines: 20 })).toBe(10);
});

test('nothing takes less than a minute', () => {
  expect([readingMinutes(bare), quizMinutes([]), placementMinutes([])]).toEqual([1, 1, 1]);
});

test('a quiz takes what its items take: a choice one minute, writing a sentence two', () => {
  expect(quizMinutes(['single-choice', 'single-choice', 'single-choice'])).toBe(3);
  expect(quizMinutes(['short-answer', 'short-answer', 'numeric', 'ordering', 'matching'])).toBe(8);
});

/** Six choices, three numbers and three matchings come to 14 minutes with their reasons, and to ten without. */
test('twelve items of the placement take ten minutes', () => {
  const types = (['single-choice', 'numeric', 'matching', 'single-choice'] as const).flatMap((type) => [
    type,
    type,
    type,
  ]);
  expect(placementMinutes(types)).toBe(10);
});

test('an exercise takes its brief twice, a minute a component, the record and the result', () => {
  expect(exerciseMinutes({ briefWords: 200, components: 3 })).toBe(2 + 3 + 30 + 5);
});
