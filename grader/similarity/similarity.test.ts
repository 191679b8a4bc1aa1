import { expect, test } from 'vitest';
import { alikePassages } from './passages';
import { ALIKE_TEXTS, likenessOf, runsOf, sketchText } from './sketch';

const words = (from: number, count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `w${String.fromCharCode(97 + ((from + index) % 26))}${'x'.repeat(1 + ((from + index) % 7))}${'q'.repeat(Math.floor((from + index) / 26))}`,
  ).join(' ');

test('runs are three content words in order; small words do not count', () => {
  expect(runsOf('The gateway keeps the Go service, and the team.')).toEqual([
    'gateway keeps go',
    'keeps go service',
    'go service team',
  ]);
  expect(runsOf('Go.')).toEqual([]);
});

test('likeness is the share of runs in common: 20 of 40 words shared give 18 of 58 runs', () => {
  // 40 words make 38 runs; 20 shared words 18. Jaccard: 18 / (38 + 38 - 18) = 18 / 58.
  const [one, other] = [sketchText(words(0, 40), ''), sketchText(words(20, 40), '')];
  expect(likenessOf(one, other)).toBeCloseTo(18 / 58, 10);
  expect(likenessOf(other, one)).toBe(likenessOf(one, other));
  expect(likenessOf(one, one)).toBe(1);
});

test('for texts longer than a sketch it is near the true share', () => {
  const [one, other] = [sketchText(words(0, 600), ''), sketchText(words(200, 600), '')];
  // 398 runs in common of 798; three standard errors of 128 hashes are 0.13.
  expect(Math.abs(likenessOf(one, other) - 398 / 798)).toBeLessThan(0.13);
});

test('what the brief says makes no two texts alike, and a short text is like none', () => {
  const brief = words(0, 60);
  expect(sketchText(brief, brief)).toEqual([]);
  const [one, other] = [`${brief} ${words(100, 20)}`, `${brief} ${words(200, 20)}`];
  expect(likenessOf(sketchText(one, ''), sketchText(other, ''))).toBeGreaterThan(ALIKE_TEXTS);
  expect(likenessOf(sketchText(one, brief), sketchText(other, brief))).toBe(0);
  expect(likenessOf(sketchText('Keep Go for now.', ''), sketchText('Keep Go for now.', ''))).toBe(0);
});

test('passages quote both texts as they stand, in the order of the first, without overlap and without the brief', () => {
  const own =
    'First: the launch date was promised to a large paying customer already. Then numbers. Nightly batch runs three hours on eight old cores.';
  const other =
    'We know nightly batch runs three hours on eight old cores. Also, the Launch date was promised to a large paying customer already!';
  const found = alikePassages(own, other, '');
  expect(found.map(({ own: text }) => text)).toEqual([
    'launch date was promised to a large paying customer',
    'Nightly batch runs three hours on eight old cores',
  ]);
  expect(found[0]?.other).toBe('Launch date was promised to a large paying customer');
  for (const { start, end, own: text } of found) expect(own.slice(start, end)).toBe(text);
  expect(alikePassages(own, other, 'nightly batch runs three hours on eight old cores')).toHaveLength(1);
  expect(alikePassages(own, '', '')).toEqual([]);
});
