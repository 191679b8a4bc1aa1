import { expect, test } from 'vitest';
import { findSlips } from './arithmetic';

test.each([
  '250 - 70 = 180',
  '250 ms minus 70 ms in SQL leaves 180 ms',
  '120 × 3 ms = 0.36 cores',
  '6*14=84',
  '38 000 x 12 = 456 000',
  '18/200 = 9 %',
  '3,500 × 22 % makes 770 postings per second',
  '29+139+98 = 267',
  '610,000 lines / (12 people × 330 days) = 154',
  '14,000 × 4 KB = 56 MB/s',
  '56 × 86,400 × 7 × 3 ≈ 101 TB',
  '85 MiB × 11,000 hosts is about 900 GiB',
  '21 000 x 365 = 7,66 million',
  '2 × 3 × 3,500 = 21k USD',
  '96 live / 120 cap = 24 MiB',
])('%s is right as people write it', (text) => {
  expect(findSlips(text)).toEqual([]);
});

test.each([
  ['250 - 70 = 190', 180],
  ['250 ms minus 70 ms in SQL leaves 150 ms', 180],
  ['120 × 3 ms = 0.42 cores', 360],
  ['6*14=94', 84],
  ['38 000 x 12 = 396 000', 456_000],
  ['3,500 × 22 % makes 670 postings', 770],
  ['(6 + 4) * 12 = 54', 120],
  ['14,000 × 4 KB = 66 MB/s', 56_000],
])('%s is wrong', (text, computed) => {
  expect(findSlips(`So: ${text}`)).toMatchObject([{ quote: text, start: 4, end: 4 + text.length, computed }]);
});

test.each([
  'a part of it: × 7 d × RF 3 = 100',
  '40 % of 3 × 12 = 2',
  '3 × 4 = 6 × 2',
  'C01 - C02 = both',
  '10 / 0 = 5',
  '(((3 × 4 = 5',
])('%s is no sum that can be checked', (text) => {
  expect(findSlips(text)).toEqual([]);
});

test.each([
  ['open brackets', `${'('.repeat(19_990)}1 + 1 = 3`],
  ['equals signs', '= 1 '.repeat(5000)],
  ['terms', '1 + '.repeat(5000)],
])('20,000 characters of %s take no time', (_, text) => {
  const start = process.cpuUsage();
  findSlips(text);
  expect(process.cpuUsage(start).user).toBeLessThan(400_000);
});
