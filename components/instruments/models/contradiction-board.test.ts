import { describe, expect, test } from 'vitest';
import { contactOf, countCollisions, type Pair, standingOf, tallyOf, UNJUDGED } from './contradiction-board';
import { PAIRS } from './contradiction-pairs';

const pair = (id: string): Pair => {
  const found = PAIRS.find((one) => one.id === id);
  if (!found) throw new Error(`no pair ${id}`);
  return found;
};

test.each([
  [null, null, 'none'],
  ['Go', null, 'one'],
  [null, 'Rust', 'one'],
  ['Go', 'Go', 'agree'],
  ['Go', 'Rust', 'collide'],
])('%s against %s: %s', (first, second, contact) => {
  expect(contactOf({ situation: 'any', first, second })).toBe(contact);
});

describe('the nine pairs', () => {
  test('are two of subject, two of condition, three of measure and two real conflicts', () => {
    const count = (reading: string) => PAIRS.filter((one) => one.reading === reading).length;
    expect([count('subject'), count('condition'), count('measure'), count('conflict')]).toEqual([2, 2, 3, 2]);
    expect(new Set(PAIRS.map(({ id }) => id)).size).toBe(9);
  });

  test('collide in every case exactly if they are a real conflict', () => {
    for (const one of PAIRS) {
      const { collide, all } = countCollisions(one);
      expect({ id: one.id, everywhere: collide === all }).toEqual({
        id: one.id,
        everywhere: one.reading === 'conflict',
      });
    }
  });

  test('never meet in more than half of the cases where the measure differs', () => {
    for (const one of PAIRS.filter(({ reading }) => reading === 'measure'))
      expect(countCollisions(one).met).toBeLessThanOrEqual(1);
  });
});

test('two colliding sentences meet in one case of three, and never in the paragraph about catastrophe', () => {
  expect(countCollisions(pair('distributed'))).toEqual({ collide: 1, met: 1, all: 3 });
  expect(countCollisions(pair('catastrophe'))).toEqual({ collide: 0, met: 0, all: 3 });
});

test('a pair is judged only when both questions are answered', () => {
  expect(standingOf(pair('talent'), UNJUDGED)).toBe('open');
  expect(standingOf(pair('talent'), { canBothHold: true, reading: null })).toBe('open');
  expect(standingOf(pair('talent'), { canBothHold: false, reading: 'measure' })).toBe('same');
  expect(standingOf(pair('talent'), { canBothHold: false, reading: 'conflict' })).toBe('other');
});

test('the tally sets what seemed incompatible against what is', () => {
  const tally = tallyOf(PAIRS, {
    talent: { canBothHold: false, reading: 'conflict' },
    crud: { canBothHold: false, reading: 'measure' },
    familiarity: { canBothHold: false, reading: 'conflict' },
    distributed: { canBothHold: false, reading: null },
  });
  expect(tally).toEqual({ judged: 3, all: 9, same: 2, feltIncompatible: 3, realConflicts: 1 });
});
