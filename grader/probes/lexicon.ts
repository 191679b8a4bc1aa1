import type { Statement, Term } from '../meaning/statements';
import { cosine } from '../meaning/word-vectors';
import { wordStems } from '../text/lemmas';
import { isOneSlip } from '../text/one-slip';
import { canonicalStem } from '../text/synonyms';

/** Words that turn a claim round when one stands for the other. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['more', 'less'],
  ['fast', 'slow'],
  ['high', 'low'],
  ['big', 'small'],
  ['increase', 'reduce'],
  ['increase', 'decrease'],
  ['easy', 'hard'],
  ['always', 'never'],
  ['enough', 'insufficient'],
  ['plenty', 'scarce'],
  ['fixed', 'flexible'],
  ['cheap', 'expensive'],
  ['before', 'after'],
  ['gain', 'lose'],
  ['safe', 'unsafe'],
  ['possible', 'impossible'],
  ['short', 'long'],
  ['known', 'unknown'],
  ['allow', 'forbid'],
  ['same', 'different'],
  ['inside', 'outside'],
];

const keyOf = (word: string) => canonicalStem(wordStems([word])[0] ?? word);
const opposites = new Map<string, string[]>();
for (const [one, other] of OPPOSITES) {
  opposites.set(keyOf(one), [...(opposites.get(keyOf(one)) ?? []), keyOf(other)]);
  opposites.set(keyOf(other), [...(opposites.get(keyOf(other)) ?? []), keyOf(one)]);
}

/** The words of all probes of one exercise, numbered, so that a text is compared with each of them once. */
export interface Lexicon {
  readonly keys: readonly string[];
  readonly vectors: readonly number[];
  readonly index: ReadonlyMap<string, number>;
  /** Term of a text → its similarity with every word; filled as texts are read. */
  readonly rows: Map<string, Uint8Array>;
}

/** A number is like another within rounding. */
export const isSameValue = (one: number, other: number) =>
  Math.abs(one - other) <= 0.04 * Math.max(Math.abs(one), Math.abs(other));

/** Cosines below this are chance; from there they count up to a limit, because a neighbour is not the word itself. */
const CHANCE = 0.42;
const NEAREST = 0.8;
const MOST = 0.8;

export function buildLexicon(statements: readonly Statement[]): Lexicon {
  const index = new Map<string, number>();
  const vectors: number[] = [];
  for (const { terms } of statements)
    for (const { key, vector, value } of terms)
      if (value === null && !index.has(key)) {
        index.set(key, index.size);
        vectors.push(vector);
      }
  return { keys: [...index.keys()], vectors, index, rows: new Map() };
}

/** Terms of which rows are kept; texts of one exercise share most of their words. */
const MOST_ROWS = 1_200;

/** Similarities are kept in one byte each: 0 is nothing in common, this is the same word. */
export const SAME = 255;

/** Shorter unknown words are too often names or abbreviations that differ by one letter. */
const SHORTEST_MISSPELT = 5;
const MISSPELT = Math.round(0.9 * SAME);

/** An unknown word one slip away from words of the lexicon stands for them. */
function addMisspelt(lexicon: Lexicon, term: Term, row: Uint8Array): void {
  if (term.vector >= 0 || lexicon.index.has(term.key) || term.key.length < SHORTEST_MISSPELT) return;
  lexicon.keys.forEach((key, at) => {
    if (isOneSlip(term.key, key)) row[at] = MISSPELT;
  });
}

/** How like a term is to every word of the lexicon, 0 to SAME. */
export function similarityRow(lexicon: Lexicon, term: Term): Uint8Array {
  const name = `${term.key} ${term.vector}`;
  const known = lexicon.rows.get(name);
  if (known) return known;
  const row = new Uint8Array(lexicon.keys.length);
  lexicon.vectors.forEach((vector, at) => {
    const near = (cosine(term.vector, vector) - CHANCE) / (NEAREST - CHANCE);
    row[at] = Math.round(SAME * MOST * Math.max(0, Math.min(1, near)));
  });
  const same = lexicon.index.get(term.key);
  if (same !== undefined) row[same] = SAME;
  addMisspelt(lexicon, term, row);
  if (lexicon.rows.size >= MOST_ROWS) lexicon.rows.clear();
  lexicon.rows.set(name, row);
  return row;
}

/** Words of the lexicon that mean the opposite of a term. */
export const oppositeWords = (lexicon: Lexicon, term: Term): number[] =>
  (opposites.get(term.key) ?? []).flatMap((key) => lexicon.index.get(key) ?? []);
