import { expect, test } from 'vitest';
import { type CaseCitation, CaseCitationSchema } from '@/schemas/case';
import { caseCompleter } from './case-completer';

const CASES: readonly CaseCitation[] = [
  { id: 'C01', title: 'Read states', limit: 'Anything about Go 1.26.' },
  { id: 'C08', title: 'Three outages', limit: 'How often either fails.' },
  { id: 'C40', title: 'Dated facts', limit: 'A gain of yours.' },
].map((entry) => CaseCitationSchema.parse(entry));

async function offered(before: string) {
  let isAsked = false;
  const load = async () => {
    isAsked = true;
    return CASES;
  };
  const { typed, completions } = await caseCompleter(load)(before);
  return { isAsked, typed, ids: completions.map(({ insert }) => insert) };
}

test('a C that begins a word offers every case, and digits narrow them', async () => {
  expect(await offered('C')).toEqual({ isAsked: true, typed: 1, ids: ['C01', 'C08', 'C40'] });
  expect(await offered('as in (C0')).toEqual({ isAsked: true, typed: 2, ids: ['C01', 'C08'] });
  expect(await offered('like C40')).toEqual({ isAsked: true, typed: 3, ids: ['C40'] });
});

test.each(['', 'a word', 'ABC', 'GC', 'S01-C', 'Cost', 'C012', '10'])(
  'after "%s" nothing is offered, and the list is not even fetched',
  async (before) => {
    expect(await offered(before)).toEqual({ isAsked: false, typed: 0, ids: [] });
  },
);

test('each offer says what it does not show', async () => {
  const { completions } = await caseCompleter(async () => CASES)('C');
  expect(completions.map(({ detail }) => detail)).toEqual([
    'Does not show: Anything about Go 1.26.',
    'Does not show: How often either fails.',
    'Does not show: A gain of yours.',
  ]);
});

test('while the list cannot be had, typing goes on without offers', async () => {
  const complete = caseCompleter(() => Promise.reject(new Error('offline')));
  expect(await complete('C0')).toEqual({ typed: 2, completions: [] });
});
