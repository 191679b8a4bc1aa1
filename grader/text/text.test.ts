import { expect, test } from 'vitest';
import { readNumbers, standsFor } from './numbers';
import { readText } from './read-text';
import { statesPhrasing } from './states-phrasing';
import { splitUnits } from './units';

const slices = (text: string) => splitUnits(text).map(({ start, end }) => text.slice(start, end));
const keys = (text: string) => readText(text).units.flatMap((unit) => unit.words.map((word) => word.key));

test('sentences, list items, headings, cells and fragments are units', () => {
  const text =
    '# Decision\nGo, i.e. one binary. It ships!\n\n- 4/6 write Go\n  and two do not\n- none Rust\n\n| a b | c |\n|---|---|\n| d | e |\n';
  expect(slices(text)).toEqual([
    'Decision',
    'Go, i.e. one binary.',
    'It ships!',
    '4/6 write Go\n  and two do not',
    'none Rust',
    'a b',
    'c',
    'd',
    'e',
  ]);
});

test('a decimal point ends no sentence', () => {
  expect(slices('It needs 0.36 cores. Fine.')).toEqual(['It needs 0.36 cores.', 'Fine.']);
});

test('offsets count UTF-16 code units of the original, beyond emoji and combining marks', () => {
  const text = '🙂 Naïve café. Zweite Zeile';
  const [first] = readText(text).units;
  expect(first && text.slice(first.start, first.end)).toBe('🙂 Naïve café.');
  expect(first?.words.map((word) => text.slice(word.start, word.end))).toEqual(['Naïve', 'café']);
});

test.each([
  ['British and American spelling', 'optimise the licence centre behaviour', 'optimize the license center behavior'],
  ['tenses of a verb', 'we wrote it', 'we write it'],
  ['singular and plural', 'dependencies', 'dependency'],
  ['known synonyms', 'the deadline', 'the date'],
])('%s meet in one key', (_, one, other) => {
  expect(keys(one)).toEqual(keys(other));
});

test('a shortened negation is one', () => {
  expect(readText("It isn't scarce").units[0]?.words.map((word) => word.isNegation)).toEqual([false, true, false]);
});

test.each([
  ['0.36 cores', 0.36],
  ['a third of one core', 0.36],
  ['36 % of a core', 0.36],
  ['1.3 ms', 1.2987],
  ['77k/yr', 77_000],
  ['1,300,000 USD', 1_300_000],
  ['1.3 million USD', 1_300_000],
  ['1,5 Stunden', 1.5],
  ['fourteen weeks', 14],
])('%s stands for %d', (text, value) => {
  expect(readNumbers(text).some((number) => standsFor(number, value))).toBe(true);
});

test.each([
  ['170 ms', 180],
  ['C33 shows it', 33],
  ['1.3 ms', 1300],
])('%s does not stand for %d', (text, value) => {
  expect(readNumbers(text).some((number) => standsFor(number, value))).toBe(false);
});

test('a phrasing is found in other words, not in its negation, and not in words of the question', () => {
  const asked = { phrasing: 'the library is paused while the collector runs', known: 'What does a pause do?' };
  expect(statesPhrasing({ ...asked, text: 'While the collector is running, libraries pause.' })).toBe(true);
  expect(statesPhrasing({ ...asked, text: 'The library is not paused while the collector runs.' })).toBe(false);
  expect(statesPhrasing({ ...asked, text: 'A pause does something.' })).toBe(false);
});

test.each([
  ['repeated URLs', 'http://a.'.repeat(2222)],
  ['one long word', 'a'.repeat(20_000)],
  ['digits and commas', '1,1'.repeat(6666)],
  ['stops without spaces', 'a.'.repeat(10_000)],
  ['stops with spaces', 'a. '.repeat(6666)],
  ['open brackets', '(['.repeat(10_000)],
  ['table pipes', '| a '.repeat(5000)],
  ['spaces', ' '.repeat(20_000)],
  ['hash signs', '#'.repeat(20_000)],
  ['quotes and dots', `."'`.repeat(6666)],
])('20,000 characters of %s are read in under 300 ms of processor time', (_, text) => {
  const start = process.cpuUsage();
  readText(text);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(300);
});
