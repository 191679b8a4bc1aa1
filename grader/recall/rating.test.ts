import { describe, expect, test } from 'vitest';
import { isRecalled, levelOfScore, ratingOf } from './rating';

describe('a rating', () => {
  test.each([
    ['full', 'sure', 'easy'],
    ['full', 'think-so', 'good'],
    ['full', 'guess', 'hard'],
    ['half', 'sure', 'hard'],
    ['half', 'guess', 'hard'],
    ['none', 'sure', 'again'],
    ['none', 'guess', 'again'],
  ] as const)('of level %s, %s, is %s', (level, confidence, rating) => {
    expect(ratingOf(level, confidence)).toBe(rating);
  });

  test('of an item: right is full whatever the share, half right begins at one half', () => {
    expect(levelOfScore({ share: 1, isCorrect: true })).toBe('full');
    expect(levelOfScore({ share: 0.5, isCorrect: false })).toBe('half');
    expect(levelOfScore({ share: 0.49, isCorrect: false })).toBe('none');
  });

  test('counts as recalled unless it is again', () => {
    expect((['again', 'hard', 'good', 'easy'] as const).map(isRecalled)).toEqual([false, true, true, true]);
  });
});
