import type { PhraseSpace } from '../meaning/phrase-space';
import { encodeBytes } from '../meaning/signed-bytes';
import { countTexts, phrasesOf } from '../probes/stance';
import { repeatableRandom } from '../statistics/repeatable-random';

const SEED = 20_261_121;
const DIMENSIONS = 256;
/** A word must occur in so many texts, a pair of words in more, to tell anything about others. */
const FEWEST_TEXTS = { word: 2, pair: 5 };
/** Rounds of the subspace iteration; the directions that matter settle in fewer. */
const ROUNDS = 6;

/** Rows of a sparse matrix: for each text its phrases by number, and their weights. */
interface Rows {
  readonly ids: readonly Int32Array[];
  readonly weights: readonly Float64Array[];
}

const isKnown = ([phrase, count]: readonly [string, number]) =>
  count >= (phrase.includes(' ') ? FEWEST_TEXTS.pair : FEWEST_TEXTS.word);

/** Texts as rows of unit length, rare phrases weighing more. */
function toRows(texts: readonly (readonly string[])[], index: ReadonlyMap<string, number>, rarity: Float64Array): Rows {
  const ids = texts.map((phrases) => Int32Array.from(phrases.flatMap((phrase) => index.get(phrase) ?? [])));
  const weights = ids.map((own) => {
    const raw = Float64Array.from(own, (id) => rarity[id] ?? 0);
    const length = Math.sqrt(raw.reduce((sum, value) => sum + value * value, 0)) || 1;
    return raw.map((value) => value / length);
  });
  return { ids, weights };
}

/** One round of the iteration: every phrase's vector becomes the sum over its texts of the texts' places. */
function spreadOnce({ ids, weights }: Rows, basis: Float64Array): Float64Array {
  const next = new Float64Array(basis.length);
  const place = new Float64Array(DIMENSIONS);
  ids.forEach((own, text) => {
    const share = weights[text] ?? new Float64Array();
    place.fill(0);
    for (let term = 0; term < own.length; term += 1) {
      const [from, weight] = [(own[term] ?? 0) * DIMENSIONS, share[term] ?? 0];
      for (let at = 0; at < DIMENSIONS; at += 1) place[at] = (place[at] ?? 0) + weight * (basis[from + at] ?? 0);
    }
    for (let term = 0; term < own.length; term += 1) {
      const [from, weight] = [(own[term] ?? 0) * DIMENSIONS, share[term] ?? 0];
      for (let at = 0; at < DIMENSIONS; at += 1) next[from + at] = (next[from + at] ?? 0) + weight * (place[at] ?? 0);
    }
  });
  return next;
}

/** Makes the columns of a matrix (rows of DIMENSIONS numbers) orthonormal, in place (modified Gram–Schmidt). */
function orthonormalise(basis: Float64Array): void {
  const rows = basis.length / DIMENSIONS;
  const columns = Array.from({ length: DIMENSIONS }, (_, at) =>
    Float64Array.from({ length: rows }, (_none, row) => basis[row * DIMENSIONS + at] ?? 0),
  );
  columns.forEach((column, at) => {
    for (let before = 0; before < at; before += 1) {
      const other = columns[before] ?? column;
      let product = 0;
      for (let row = 0; row < rows; row += 1) product += (column[row] ?? 0) * (other[row] ?? 0);
      for (let row = 0; row < rows; row += 1) column[row] = (column[row] ?? 0) - product * (other[row] ?? 0);
    }
    const length = Math.sqrt(column.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let row = 0; row < rows; row += 1) basis[row * DIMENSIONS + at] = (column[row] ?? 0) / length;
    column.forEach((value, row) => {
      column[row] = value / length;
    });
  });
}

/** Each phrase's numbers as whole steps of its own size. */
function quantise(basis: Float64Array, rarity: Float64Array): Pick<PhraseSpace, 'steps' | 'vectors'> {
  const bytes = new Int8Array(basis.length);
  const steps = [...rarity].map((weight, row) => {
    const from = row * DIMENSIONS;
    let most = 0;
    for (let at = 0; at < DIMENSIONS; at += 1) most = Math.max(most, Math.abs(basis[from + at] ?? 0));
    if (most === 0) return 0;
    for (let at = 0; at < DIMENSIONS; at += 1) bytes[from + at] = Math.round((127 * (basis[from + at] ?? 0)) / most);
    return Number(((weight * most) / 127).toPrecision(5));
  });
  return { steps, vectors: encodeBytes(bytes) };
}

/**
 * Fits the space on authored statements: the strongest directions of phrases over texts, by subspace iteration (Golub and
 * Van Loan, Matrix Computations, 8.2). Any basis of that subspace serves, since only lengths and angles are used. The same
 * texts give the same bytes.
 */
export function fitPhraseSpace(statements: readonly string[]): PhraseSpace {
  const texts = statements.map(phrasesOf);
  const counts = new Map([...countTexts(texts)].filter(isKnown));
  const phrases = [...counts.keys()].sort();
  const index = new Map(phrases.map((phrase, at) => [phrase, at]));
  const rarity = Float64Array.from(phrases, (phrase) => Math.log(texts.length / (1 + (counts.get(phrase) ?? 0))));
  const rows = toRows(texts, index, rarity);
  const random = repeatableRandom(SEED);
  let basis: Float64Array = Float64Array.from({ length: phrases.length * DIMENSIONS }, () => random() - 0.5);
  orthonormalise(basis);
  for (let round = 0; round < ROUNDS; round += 1) {
    basis = spreadOnce(rows, basis);
    orthonormalise(basis);
  }
  return { dimensions: DIMENSIONS, phrases: phrases.join(','), ...quantise(basis, rarity) };
}
