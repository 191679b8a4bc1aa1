import { expect, test } from 'vitest';
import { inlineRanges, toPieces } from './inline-pieces';

const cut = (text: string, from = 0, to = text.length) =>
  toPieces(text.slice(from, to), from, inlineRanges(text)).map(({ kind, text: piece }) => [kind, piece]);

test('strong words and their asterisks are told apart, and nothing is lost', () => {
  expect(cut('**Why.** The date.')).toEqual([
    ['mark', '**'],
    ['strong', 'Why.'],
    ['mark', '**'],
    ['plain', ' The date.'],
  ]);
});

test('the signs of a heading are marks, a number sign in a sentence is not', () => {
  expect(cut('## Numbers\nissue #4')).toEqual([
    ['mark', '## '],
    ['plain', 'Numbers\nissue #4'],
  ]);
});

test('a stretch that begins and ends inside strong words gets its part of them', () => {
  expect(cut('a **bold move** b', 6, 11)).toEqual([['strong', 'ld mo']]);
});

test('asterisks that enclose nothing, or a line break, stay plain', () => {
  for (const text of ['2 ** 3 ** 4', '****', '**a\nb**', 'a ** b']) expect(cut(text)).toEqual([['plain', text]]);
});
