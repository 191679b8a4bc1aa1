import { expect, test } from 'vitest';
import { readText } from '../text/read-text';
import type { CriterionMatch } from './match-criterion';
import { selectEvidence } from './select-evidence';

/** Quotes where a criterion was found in the first units of a text, or in all of it. */
function quotes(text: string, count = Number.POSITIVE_INFINITY): string[] {
  const read = readText(text);
  const match = { reading: { parts: [], passage: null }, best: { passage: { units: read.units.slice(0, count) } } };
  return selectEvidence(read, match as unknown as CriterionMatch).map(({ quote }) => quote);
}

test.each([
  ['bold', '**What finally decided it.**'],
  ['italic', '*Who carries the pager?*'],
  ['bold by underscores', '__Why we stay here.__'],
  ['a heading', '## What finally decided it'],
])('a label in %s is not quoted beside what it announces', (_, label) => {
  expect(quotes(`${label}\nFour of six people write Go today.`)).toEqual(['Four of six people write Go today.']);
  expect(quotes(`${label} Four of six people write Go today.`)[0]).toContain('Four of six people write Go today.');
});

test('a label is not quoted for being followed by something short', () => {
  expect(quotes('**What finally decided it.** The date.')).toEqual(['The date.']);
});

test('a whole bold sentence of six words and more is the argument itself, and is quoted', () => {
  expect(quotes('**We stay with Go until June.**')).toEqual(['**We stay with Go until June.**']);
});

test('a bold word inside a sentence makes no label of it', () => {
  expect(quotes('We **stay** with Go.')).toEqual(['We **stay** with Go.']);
});

test('where a label is all that was found, it is quoted with what follows it', () => {
  const text = '**Go, for the date.** Six people know it. Nobody has to learn.';
  expect(quotes(text, 1)).toEqual(['**Go, for the date.**', 'Six people know it.']);
});

test('where a label is all there is, it is quoted rather than nothing', () => {
  expect(quotes('**Go, for the date.**')).toEqual(['**Go, for the date.**']);
});
