import { expect, test } from 'vitest';
import type { ExchangeTable, NumberExchange } from '@/schemas/variant';
import { exchangeNumbers } from './exchange-numbers';
import { readBack } from './read-back';

const one = (given: Partial<NumberExchange> & Pick<NumberExchange, 'from' | 'to'>): NumberExchange => ({
  id: 'figure',
  with: null,
  unit: null,
  isDerived: false,
  ...given,
});
const table = (...numbers: readonly NumberExchange[]): ExchangeTable => ({ numbers, phrases: [], keeps: [] });

test.each([
  ['3,500 postings', '4,200 postings'],
  ['3 500 postings', '4 200 postings'],
  ['3500*0.22', '4200*0.22'],
  ['3.5k a second', '4.2k a second'],
  ['about 3.5 thousand', 'about 4.2 thousand'],
])('%s is written the same way with another figure', (text, told) => {
  expect(exchangeNumbers(text, table(one({ from: 3500, to: 4200 })))).toBe(told);
});

test.each(['C35 and S35-35', 'p35', 'Go 1.35', '35 %', '350', '35.5'])('%s holds no 35', (text) => {
  expect(exchangeNumbers(text, table(one({ from: 35, to: 50 })))).toBe(text);
});

test.each([
  ['160 ms', '250 ms'],
  ['0.16 s', '0.25 s'],
  ['0.16 seconds', '0.25 seconds'],
  ['160 s', '160 s'],
])('a time of 160 ms in "%s" is %s', (text, told) => {
  expect(exchangeNumbers(text, table(one({ from: 160, to: 250, unit: 'ms' })))).toBe(told);
});

test.each([
  ['22 % of 22 people', '25 % of 22 people'],
  ['22 percent', '25 percent'],
  ['times 0.22', 'times 0.25'],
])('a share of 22 %% in "%s" is %s', (text, told) => {
  expect(exchangeNumbers(text, table(one({ from: 22, to: 25, unit: '%' })))).toBe(told);
});

test.each([
  ['7.7 M USD', '9.5 M USD'],
  ['7,665,000', '9,490,000'],
  ['7.67 million', '9.49 million'],
  ['7,700,000', '9,500,000'],
  ['8 M', '8 M'],
])('the result 7,665,000 stands rounded in "%s"', (text, told) => {
  expect(exchangeNumbers(text, table(one({ from: 7_665_000, to: 9_490_000, isDerived: true })))).toBe(told);
});

test('words of a figure decide where its number could be another', () => {
  const weeks = one({ from: 14, to: 16, with: ['week'] });
  expect(exchangeNumbers('Fourteen engineers ship it; that much is settled. 14 weeks, week 14.', table(weeks))).toBe(
    'Fourteen engineers ship it; that much is settled. 16 weeks, week 16.',
  );
  expect(exchangeNumbers('Fourteen weeks', table(weeks))).toBe('Sixteen weeks');
});

test('phrases go first, and what is kept stays', () => {
  const phrases = [{ from: 'about five postings', to: 'about twelve postings' }];
  const given = { numbers: [one({ from: 120, to: 160 })], phrases, keeps: ['120 ms'] };
  expect(exchangeNumbers('About five\npostings; 120 rps at 120 ms.', given)).toBe(
    'About twelve postings; 160 rps at 120 ms.',
  );
});

/** Own text: "peak 160 rps, so 0.48 cores"; the numbers are one character apart in length. */
test('places in the text that was read lead back to whole numbers of the own text', () => {
  const own = 'The peak of 1,600 rps at 0.16 s is fine';
  const reading = readBack(own, table(one({ from: 1600, to: 120 }), one({ from: 160, to: 70, unit: 'ms' })));
  expect(reading.text).toBe('The peak of 120 rps at 0.07 s is fine');
  const at = (words: string) => {
    const start = reading.text.indexOf(words);
    const place = reading.toOwn(start, start + words.length);
    return own.slice(place.start, place.end);
  };
  expect(at('peak of 120 rps')).toBe('peak of 1,600 rps');
  expect(at('20')).toBe('1,600');
  expect(at('rps at')).toBe('rps at');
  expect(at('0.07 s is fine')).toBe('0.16 s is fine');
});

test('20,000 characters of numbers take no time', () => {
  const start = process.cpuUsage();
  const many = Array.from({ length: 20 }, (_, index) => one({ from: 100 + index, to: 200 + index, with: ['week'] }));
  exchangeNumbers('101 week '.repeat(2_200), table(...many));
  exchangeNumbers('1,'.repeat(10_000), table(...many));
  expect(process.cpuUsage(start).user).toBeLessThan(1_500_000);
});
