import { expect, test } from 'vitest';
import { largePaste } from './large-paste';

const text = 'x'.repeat(1_800);
const pasted = (largest: number, characters = largest) => ({ characters, largest });

test('a paste that is most of a text is told with both numbers', () => {
  expect(largePaste(pasted(1_430), text)).toEqual({ largest: 1_430, total: 1_800 });
});

test('a quotation, a small share, no count and no text are not', () => {
  expect(largePaste(pasted(399), 'x'.repeat(400))).toBeNull();
  expect(largePaste(pasted(500), text)).toBeNull();
  expect(largePaste(pasted(539, 1_700), text)).toBeNull();
  expect(largePaste(pasted(540), text)).toEqual({ largest: 540, total: 1_800 });
  expect(largePaste(null, text)).toBeNull();
  expect(largePaste(pasted(900), '')).toBeNull();
});

test('of a paste that was shortened since, no more is told than there is', () => {
  expect(largePaste(pasted(5_000), text)).toEqual({ largest: 1_800, total: 1_800 });
});
