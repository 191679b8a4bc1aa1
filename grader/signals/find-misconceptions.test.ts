import { expect, test } from 'vitest';
import { readWindows } from '../meaning/windows';
import type { AnswerReading } from '../probes/read-answer';
import { readText } from '../text/read-text';
import { findMisconceptions } from './find-misconceptions';

const text = 'We looked at it, and the faster language always wins the whole request. Yes, Go.';
const [clause] = readWindows(readText(text)).filter((window) => window.text.includes('faster language always'));
const [short] = readWindows(readText('Yes, Go.'));

function find(id: string, said: number, lead: number, share: number, window = clause) {
  const near = window ? [{ said, lead, window }] : [];
  const reading: AnswerReading = { criteria: [], misconceptions: [{ id, said, score: lead, window: null, near }] };
  return findMisconceptions(text, reading, share).map((found) => found.id);
}

test.each([
  ['the wrong turn of the scenario', 's01-tempting', 0.1, 0.1, 0, true],
  ['nearer to the correction', 's01-tempting', 0.1, -0.1, 0, false],
  ['a common belief, plainly stated', 'faster-language-wins', 0.5, 0.6, 0, true],
  ['a common belief, less plainly', 'faster-language-wins', 0.1, 0.6, 0, false],
  ['a text that earns its points', 's01-tempting', 2, 2, 0.8, false],
] as const)('%s', (_, id, said, lead, share, isFound) => {
  expect(find(id, said, lead, share)).toEqual(isFound ? [id] : []);
});

test('too few words state nothing', () => {
  expect(find('s01-tempting', 2, 2, 0, short)).toEqual([]);
});

test('the quote is a slice of the text and begins with a word', () => {
  const near = clause ? [{ said: 1, lead: 1, window: clause }] : [];
  const reading: AnswerReading = {
    criteria: [],
    misconceptions: [{ id: 's01-tempting', said: 1, score: 1, window: null, near }],
  };
  for (const { evidence } of findMisconceptions(text, reading, 0)) {
    expect(evidence.quote).toBe(text.slice(evidence.start, evidence.end));
    expect(evidence.quote).toMatch(/^\p{L}/u);
  }
});
