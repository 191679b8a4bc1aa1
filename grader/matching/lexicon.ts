import { cosine, frequencyRank, vectorIndex } from '../meaning/word-vectors';
import { wordStems } from '../text/lemmas';
import { ANTONYMS } from './antonyms';

/** A word as the matcher knows it. */
export interface Entry {
  readonly id: number;
  readonly word: string;
  /** Stem of the lemma, taken from the word alone so that it is the same in every text. */
  readonly key: string;
  readonly vector: number;
  /** 0 … 1: how much a word says in general, by how rare it is in English. */
  readonly weight: number;
  readonly antonyms: ReadonlySet<string>;
}

/** Words seen so far with their stems, and how alike two of them are. Remembers, so that nothing is worked out twice. */
export interface Lexicon {
  readonly entry: (word: string) => Entry;
  /** 0 … 1: equal stems 1, words of like use up to 0.8. */
  readonly likeness: (one: Entry, other: Entry) => number;
}

const NO_WORDS: ReadonlySet<string> = new Set();
const RARE_RANK = 15_000;

/** 0.1 for the most frequent words, 1 for rare ones; words that reverse a meaning count at least 0.4. */
function weighWord(word: string): number {
  const rank = frequencyRank(word);
  const rarity = Math.min(1, Math.log(1 + Math.min(rank, RARE_RANK)) / Math.log(RARE_RANK));
  return Math.max(0.1 + 0.9 * rarity * rarity, ANTONYMS.has(word) ? 0.4 : 0);
}

/** Cosines of unrelated words reach 0.4 in these vectors; from there likeness rises to 0.8. */
const fromCosine = (value: number) => 0.8 * Math.max(0, Math.min(1, (value - 0.4) / 0.45));

/** An empty lexicon. */
export function createLexicon(): Lexicon {
  const entries = new Map<string, Entry>();
  const likenesses = new Map<number, number>();
  const entry = (word: string): Entry => {
    const known = entries.get(word);
    if (known) return known;
    const made: Entry = {
      id: entries.size,
      word,
      key: wordStems([word])[0] ?? word,
      vector: vectorIndex(word),
      weight: weighWord(word),
      antonyms: ANTONYMS.get(word) ?? NO_WORDS,
    };
    entries.set(word, made);
    return made;
  };
  const likeness = (one: Entry, other: Entry): number => {
    if (one.key === other.key) return 1;
    if (one.vector < 0 || other.vector < 0) return 0;
    const pair = one.id < other.id ? one.id * 2 ** 22 + other.id : other.id * 2 ** 22 + one.id;
    const known = likenesses.get(pair);
    if (known !== undefined) return known;
    const value = fromCosine(cosine(one.vector, other.vector));
    likenesses.set(pair, value);
    return value;
  };
  return { entry, likeness };
}
