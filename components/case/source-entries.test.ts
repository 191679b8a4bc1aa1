import { expect, test } from 'vitest';
import { splitAtAddresses, splitSources } from './source-entries';

const links = (text: string) => splitAtAddresses(text).flatMap(({ url }) => url ?? []);

test('sources are split at semicolons, but not inside brackets', () => {
  expect(splitSources('https://a.example (read in a copy: one; two (b)); a talk, 2021 (read);')).toEqual([
    'https://a.example (read in a copy: one; two (b))',
    'a talk, 2021 (read)',
  ]);
});

test('an address becomes a link without the punctuation after it', () => {
  expect(links('See https://a.example/x/, https://b.example/?p=1 (read). And https://c.example/d.')).toEqual([
    'https://a.example/x/',
    'https://b.example/?p=1',
    'https://c.example/d',
  ]);
});

test.each(['address not opened; quoted elsewhere', 'linked, not opened', 'not opened', 'second-hand: a summary'])(
  'an address that nobody opened is named and not linked (%s)',
  (remark) => {
    expect(links(`https://a.example/x/ (${remark}); https://b.example (read)`)).toEqual(['https://b.example']);
  },
);

test('the pieces put together are the text', () => {
  const text = 'A https://a.example/b/ (not opened); https://c.example/d, e. Source: https://f.example/g).';
  expect(
    splitAtAddresses(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
