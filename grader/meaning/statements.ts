import type { ReadText, ReadUnit } from '../text/read-text';
import { DIMENSIONS, frequencyRank, vectorAt, vectorIndex } from './word-vectors';

/** A word or figure that carries meaning, where it stands, and whether it stands under a negation. */
export interface Term {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly vector: number;
  readonly weight: number;
  readonly isNegated: boolean;
  /** The number's value; null for words. */
  readonly value: number | null;
}

/** A stretch of text as the terms it is made of. */
export interface Statement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly terms: readonly Term[];
  /** Weighted mean of the terms' vectors, of unit length. */
  readonly mean: Float64Array;
  /** How many phrases that wave something aside it holds. */
  readonly dismissals: number;
}

/** Words after a negation that stand under it. */
const NEGATION_REACH = 4;
const NUMBER_WEIGHT = 0.8;
const RARE = 15_000;

const DISMISSALS = [
  'nothing to do with',
  'irrelevant',
  'unnecessary',
  'no need',
  'not needed',
  "needn't",
  'need not',
  'not matter',
  "n't matter",
  'no matter',
  'myth',
  'overrated',
  'distraction',
  'ignore',
  'no role',
  'not a factor',
  'waste',
  'beside the point',
  'pointless',
  'useless',
  'no difference',
  'mistaken',
  'not help',
  "n't help",
  'not relevant',
  'no reason',
  'can wait',
  'not apply',
  "n't apply",
  'side issue',
  'secondary',
  'no concern',
  'not a concern',
  'noise',
  'superstition',
  'theatre',
  'fuss',
  'overblown',
  'exaggerat',
  'not worth',
  'pretend',
  'wrong question',
  'dismiss',
];

/** Common words tell little: 0.15 for the most frequent word of English, 1 for the rare ones. */
function weightOf(word: string): number {
  const share = Math.min(1, Math.log(1 + frequencyRank(word)) / Math.log(RARE));
  return 0.15 + 0.85 * share * share;
}

const weights = new Map<string, { readonly vector: number; readonly weight: number }>();

/** Vector and weight of a word; remembered, within bounds. */
function lookUp(word: string) {
  const known = weights.get(word);
  if (known) return known;
  if (weights.size > 50_000) weights.clear();
  const found = { vector: vectorIndex(word), weight: weightOf(word) };
  weights.set(word, found);
  return found;
}

const ENDS_SCOPE = /[,;:—–()]|\b(?:but|although|though|however|while|because)\b/i;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly isNegation: boolean;
  readonly term: Omit<Term, 'isNegated'> | null;
}

function marksOf(unit: ReadUnit): Mark[] {
  const words = unit.words.map((word): Mark => {
    const { start, end, key, folded, isNegation, isContent } = word;
    return { start, end, isNegation, term: isContent ? { start, end, key, value: null, ...lookUp(folded) } : null };
  });
  const numbers = unit.numbers.map((number): Mark => {
    const { start, end, values } = number;
    const value = values.at(-1) ?? 0;
    return { start, end, isNegation: false, term: { start, end, key: '#', vector: -1, weight: NUMBER_WEIGHT, value } };
  });
  return [...words, ...numbers].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The terms of a unit in order. A negation reaches the next few terms, up to a comma or a turn of the sentence. */
export function readTerms(text: string, unit: ReadUnit): Term[] {
  const terms: Term[] = [];
  let reach = 0;
  let last = unit.start;
  for (const mark of marksOf(unit)) {
    if (reach > 0 && ENDS_SCOPE.test(text.slice(last, mark.end))) reach = 0;
    last = mark.end;
    if (mark.isNegation) reach = NEGATION_REACH + 1;
    else if (mark.term) {
      reach -= 1;
      terms.push({ ...mark.term, isNegated: reach > 0 });
    }
  }
  return terms;
}

function meanOf(terms: readonly Term[]): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const { vector, weight } of terms) {
    if (vector < 0) continue;
    const own = vectorAt(vector);
    for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + weight * (own[at] ?? 0);
  }
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  return sum.map((value) => value / length);
}

/** A statement over some terms of a text, from `start` to `end`. */
export function toStatement(text: string, start: number, end: number, terms: readonly Term[]): Statement {
  const slice = text.slice(start, end);
  const lowered = ` ${slice.toLowerCase().replaceAll('’', "'")} `;
  return {
    start,
    end,
    text: slice,
    terms,
    mean: meanOf(terms),
    dismissals: DISMISSALS.filter((phrase) => lowered.includes(phrase)).length,
  };
}

/** A whole text as one statement, such as an authored probe. */
export function asStatement(read: ReadText): Statement {
  const terms = read.units.flatMap((unit) => readTerms(read.text, unit));
  return toStatement(read.text, 0, read.text.length, terms);
}
