import { expect, test } from 'vitest';
import { TermSchema } from '@/schemas/term';
import { byLetter } from './by-letter';

const term = (word: string) =>
  TermSchema.parse({ id: word.toLowerCase().replace(/\W+/g, '-'), term: word, text: 'A word that is explained here.' });

test('terms stand under their first letter in the order of the alphabet, whatever their capitals', () => {
  const letters = byLetter(['mutex', 'gRPC', 'GOGC', 'microservice', 'goroutine'].map(term));
  expect(letters.map(({ letter, terms }) => [letter, terms.map((one) => one.term)])).toEqual([
    ['G', ['GOGC', 'goroutine', 'gRPC']],
    ['M', ['microservice', 'mutex']],
  ]);
});
