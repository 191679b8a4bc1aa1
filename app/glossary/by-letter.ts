import type { Term } from '@/schemas/term';

export interface Letter {
  readonly letter: string;
  readonly terms: readonly Term[];
}

/** The terms in the order of the alphabet, capitals or not, under their first letters. */
export function byLetter(glossary: readonly Term[]): Letter[] {
  const sorted = glossary.toSorted((one, other) => one.term.localeCompare(other.term, 'en', { sensitivity: 'base' }));
  const letters = new Map<string, Term[]>();
  for (const term of sorted) {
    const letter = term.term.charAt(0).toUpperCase();
    letters.set(letter, [...(letters.get(letter) ?? []), term]);
  }
  return Array.from(letters, ([letter, terms]) => ({ letter, terms }));
}
