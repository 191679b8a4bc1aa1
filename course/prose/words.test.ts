import { expect, test } from 'vitest';
import { documentHashes, joinHashes, runHash, splitHashes } from './document-runs';
import { sentencesOf } from './sentences';
import { plainWords } from './words';

test('words are compared without case, punctuation and typographic apostrophes', () => {
  expect(plainWords('Don’t “port” — it, yet: 99.9 %')).toEqual(["don't", 'port', 'it', 'yet', '99', '9']);
});

test('a full stop ends a sentence before a capital, not in a number or after an abbreviation', () => {
  expect(sentencesOf('Go 1.26 is out. It is fast, e.g. Python is not. “Really?” No.')).toEqual([
    'Go 1.26 is out.',
    'It is fast, e.g. Python is not.',
    '“Really?”',
    'No.',
  ]);
});

test('a document is known by its runs of seven words, and a title that anybody may write is not', () => {
  const text = 'one two three The Great Title four five six seven eight nine ten eleven';
  const hashes = documentHashes([text, text], ['the great title']);
  expect(hashes).toEqual(
    [runHash('four five six seven eight nine ten'), runHash('five six seven eight nine ten eleven')].sort(),
  );
  expect(splitHashes(joinHashes(hashes))).toEqual(new Set(hashes));
});
