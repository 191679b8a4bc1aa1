import { expect, test } from 'vitest';
import { excerptOf } from './excerpt';

const told = (text: string, ...found: string[]) =>
  excerptOf(text, new Set(found))
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('');

test('a short text is given whole, with the words found marked as they are written', () => {
  expect(told('The Heap, and the heap again.', 'heap')).toBe('The [Heap], and the [heap] again.');
});

test('of a long text the part that holds most of the words, cut between words', () => {
  const text = `${'Early heap. '.repeat(30)}Late heap and stack.${' More of it.'.repeat(30)}`;
  const excerpt = told(text, 'heap', 'stack');
  expect(excerpt).toContain('[heap] and [stack]');
  expect(excerpt).toMatch(/^… \S.*\S …$/);
  expect(excerpt.length).toBeLessThan(260);
});

test('a text without the words is given from its beginning', () => {
  expect(told('Nothing of it here.', 'heap')).toBe('Nothing of it here.');
  expect(told('', 'heap')).toBe('');
});

test('the pieces put together are a stretch of the text, whatever it holds', () => {
  const text = 'Ein Wort; “quoted” – 1.5 × 2, naïve café. '.repeat(20);
  const whole = excerptOf(text, new Set(['café', 'quoted']))
    .map((piece) => piece.text)
    .join('');
  expect(text).toContain(whole.replace(/^… | …$/g, ''));
});
