import { expect, test } from 'vitest';
import { placeAfter, START } from './reading-place';

const look = (one: number, two: number, end: number) =>
  [
    [
      { id: 'one', top: one },
      { id: 'two', top: two },
    ],
    { end, height: 800 },
  ] as const;

test('above the first section nothing is read', () => {
  expect(placeAfter(START, ...look(900, 2000, 3000))).toBe(START);
});

test('a section is under the eyes when its heading passed the middle, and read when the next one did', () => {
  const inOne = placeAfter(START, ...look(300, 1500, 2500));
  expect(inOne).toEqual({ at: 'one', read: [] });
  const inTwo = placeAfter(inOne, ...look(-900, 300, 1300));
  expect(inTwo).toEqual({ at: 'two', read: ['one'] });
});

test('the last section is read when the end of the text is in the window', () => {
  // The end stands at 790 of 800 pixels: in view.
  expect(placeAfter(START, ...look(-1500, -300, 790)).read).toEqual(['one', 'two']);
  expect(placeAfter(START, ...look(-1500, -300, 810)).read).toEqual(['one']);
});

test('going back forgets nothing', () => {
  const after = placeAfter({ at: 'two', read: ['one', 'two'] }, ...look(900, 2000, 3000));
  expect(after).toEqual({ at: null, read: ['one', 'two'] });
});
