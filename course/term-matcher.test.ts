import { expect, test } from 'vitest';
import { TermSchema } from '@/schemas/term';
import { termMatcher } from './term-matcher';

const term = (id: string, word: string, also: string[] = []) =>
  TermSchema.parse({ id, term: word, also, text: 'A word that is explained here.' });

const matcher = termMatcher([
  term('heap', 'heap', ['live heap']),
  term('gc-pause', 'GC pause'),
  term('percentile', 'percentile', ['p99', 'p99.9']),
  term('garbage-collection', 'garbage collection', ['GC']),
  term('gogc', 'GOGC'),
  term('option', 'Option and Result', ['Option']),
  term('amdahl', 'Amdahl’s law'),
  term('race', 'race detector', ['-race']),
]);
const found = (text: string) => matcher.find(text).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);

test.each<[string, string, string[]]>([
  ['a whole word', 'the heap grows', ['heap: heap']],
  [
    'the longest form',
    'the live heap, a GC pause and the GC',
    ['heap: live heap', 'gc-pause: GC pause', 'garbage-collection: GC'],
  ],
  ['a word that opens a sentence', 'Heap is what stays.', ['heap: Heap']],
  ['a possessive, without its ending', 'the heap’s size', ['heap: heap']],
  ['either apostrophe', "Amdahl's law, Amdahl’s law", ["amdahl: Amdahl's law", 'amdahl: Amdahl’s law']],
  ['a form over a line break', 'one GC\npause', ['gc-pause: GC\npause']],
  ['a form with a dot before its shorter one', 'p99 and p99.9', ['percentile: p99', 'percentile: p99.9']],
  ['a form that begins with a sign', 'run it with -race on', ['race: -race']],
  ['a word in brackets or quotes', '(heap) “GOGC”', ['heap: heap', 'gogc: GOGC']],
])('finds %s', (_name, text, uses) => {
  expect(found(text)).toEqual(uses);
});

test.each([
  ['a part of a word', 'cheap heaps, heapsort'],
  ['a part of a compound', 'heap-allocated, off-heap'],
  ['a longer number', 'p99.5 and p995'],
  ['a part of a dotted name', 'runtime.GC and heap.Init'],
  ['other capitals', 'HEAP, gogc, Gogc, option'],
])('does not find %s', (_name, text) => {
  expect(found(text)).toEqual([]);
});

test('a form with a letter beyond ASCII before or after it is another word', () => {
  expect(found('éheap heapé _heap')).toEqual([]);
});

test('the key follows the forms and not the explanations', () => {
  const one = term('heap', 'heap');
  expect(termMatcher([{ ...one, text: 'Another explanation of it.' }]).key).toBe(termMatcher([one]).key);
  expect(termMatcher([{ ...one, also: ['heaps'] }]).key).not.toBe(termMatcher([one]).key);
});

/** A pattern of all forms would try each of them at each place; here both texts cost about the same. */
test('the cost follows the text and not the glossary', () => {
  const many = termMatcher(Array.from({ length: 20_000 }, (_, index) => term(`t-${index}`, `word${index} of it`)));
  const text = 'a live heap and nothing else '.repeat(2_000);
  const start = process.cpuUsage();
  expect(many.find(text)).toEqual([]);
  const { user } = process.cpuUsage(start);
  expect(user / 1000).toBeLessThan(500);
});
