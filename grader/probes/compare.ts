import type { Statement, Term } from '../meaning/statements';
import { DIMENSIONS } from '../meaning/word-vectors';
import type { Logistic } from '../statistics/fit-logistic';
import { isSameValue, type Lexicon, oppositeWords, SAME, similarityRow } from './lexicon';

/** A probe with its terms as numbers of the lexicon (−1 for figures). */
export interface Probe {
  readonly statement: Statement;
  readonly ids: Int32Array;
  readonly weights: Float64Array;
  readonly negated: Uint8Array;
  readonly values: readonly number[];
  readonly total: number;
}

/** A text laid over a lexicon: for each word, how well the text holds it, and whether under a negation. */
export interface Laid {
  readonly statement: Statement;
  readonly rows: readonly Uint8Array[];
  readonly weights: Float64Array;
  readonly values: readonly number[];
  readonly total: number;
  readonly best: Uint8Array;
  readonly negated: Uint8Array;
  readonly opposite: Uint8Array;
}

/** Words of the brief prove less. */
const GIVEN_WEIGHT = 0.5;
const NUMBER_WEIGHT = 0.8;
const weigh = (given: ReadonlySet<string>, term: Term) => term.weight * (given.has(term.key) ? GIVEN_WEIGHT : 1);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const isWord = (term: Term) => term.value === null;
const valuesOf = (statement: Statement) => statement.terms.flatMap((term) => term.value ?? []);

export function toProbe(lexicon: Lexicon, given: ReadonlySet<string>, statement: Statement): Probe {
  const words = statement.terms.filter(isWord);
  const values = valuesOf(statement);
  const weights = Float64Array.from(words, (term) => weigh(given, term));
  return {
    statement,
    ids: Int32Array.from(words, (term) => lexicon.index.get(term.key) ?? -1),
    weights,
    negated: Uint8Array.from(words, (term) => (term.isNegated ? 1 : 0)),
    values,
    total: sum(weights) + NUMBER_WEIGHT * values.length,
  };
}

/** Lays a text over the lexicon, once for all probes. */
export function lay(lexicon: Lexicon, given: ReadonlySet<string>, statement: Statement): Laid {
  const words = statement.terms.filter(isWord);
  const rows = words.map((term) => similarityRow(lexicon, term));
  const best = new Uint8Array(lexicon.keys.length);
  const negated = new Uint8Array(lexicon.keys.length);
  const opposite = new Uint8Array(lexicon.keys.length);
  rows.forEach((row, at) => {
    const term = words[at];
    if (!term) return;
    for (let word = 0; word < row.length; word += 1) {
      const value = row[word] ?? 0;
      if (value <= (best[word] ?? 0)) continue;
      best[word] = value;
      negated[word] = term.isNegated ? 1 : 0;
    }
    for (const word of oppositeWords(lexicon, term)) opposite[word] = 1;
  });
  const values = valuesOf(statement);
  const weights = Float64Array.from(words, (term) => weigh(given, term));
  return {
    statement,
    rows,
    weights,
    values,
    total: sum(weights) + NUMBER_WEIGHT * values.length,
    best,
    negated,
    opposite,
  };
}

const holds = (values: readonly number[], value: number) => values.some((own) => isSameValue(own, value));
const countHeld = (values: readonly number[], among: readonly number[]) =>
  values.reduce((count, value) => (holds(among, value) ? count + 1 : count), 0);

/** How many measurements a comparison has. */
const PAIR_FEATURES = 12;

/** Scratch space, so that hundreds of thousands of comparisons make no garbage. Overwritten by every call. */
const side = { soft: 0, exact: 0, turned: 0, aligned: 0 };
const back = { soft: 0, exact: 0 };
const measured = new Float64Array(PAIR_FEATURES);
/** Words of the probe that some term of the text comes near; the others cannot be the nearest to any term. */
const touched: number[] = [];

function coverProbe(laid: Laid, probe: Probe): void {
  let [soft, exact, turned, aligned] = [0, 0, 0, 0];
  touched.length = 0;
  for (let at = 0; at < probe.ids.length; at += 1) {
    const id = probe.ids[at] ?? -1;
    if (id < 0) continue;
    const weight = probe.weights[at] ?? 0;
    if (laid.opposite[id] === 1) turned += 0.7 * weight;
    const best = laid.best[id] ?? 0;
    if (best === 0) continue;
    touched.push(id);
    const near = best / SAME;
    soft += weight * near;
    if (near === 1) exact += weight;
    if (near <= 0.4) continue;
    aligned += weight * near;
    if (laid.negated[id] !== probe.negated[at]) turned += weight * near;
  }
  side.soft = soft;
  side.exact = exact;
  side.turned = turned;
  side.aligned = aligned;
}

/** After `coverProbe`, whose `touched` words it reads. */
function coverText(laid: Laid): void {
  let [soft, exact] = [0, 0];
  if (touched.length > 0)
    for (let at = 0; at < laid.rows.length; at += 1) {
      const row = laid.rows[at];
      if (!row) continue;
      let near = 0;
      for (let word = 0; word < touched.length; word += 1) {
        const value = row[touched[word] ?? 0] ?? 0;
        if (value > near) near = value;
      }
      if (near === 0) continue;
      const weight = laid.weights[at] ?? 0;
      soft += (weight * near) / SAME;
      if (near === SAME) exact += weight;
    }
  back.soft = soft;
  back.exact = exact;
}

function direction(laid: Laid, probe: Probe): number {
  const [one, other] = [probe.statement.mean, laid.statement.mean];
  let product = 0;
  for (let at = 0; at < DIMENSIONS; at += 1) product += (one[at] ?? 0) * (other[at] ?? 0);
  return product;
}

/** Fills `measured`, in the order of the weights of `pair` in grader/data/probe-model.json. */
function measurePair(laid: Laid, probe: Probe): void {
  coverProbe(laid, probe);
  coverText(laid);
  const figures = probe.values.length === 0 ? 0 : countHeld(probe.values, laid.values);
  const held = NUMBER_WEIGHT * figures;
  const heldBack =
    laid.values.length === 0 || probe.values.length === 0 ? 0 : NUMBER_WEIGHT * countHeld(laid.values, probe.values);
  const total = probe.total || 1;
  const ours = laid.total || 1;
  const covered = (side.soft + held) / total;
  const returned = (back.soft + heldBack) / ours;
  measured[0] = covered;
  measured[1] = returned;
  measured[2] = (side.exact + held) / total;
  measured[3] = (back.exact + heldBack) / ours;
  measured[4] = direction(laid, probe);
  measured[5] = probe.values.length === 0 ? 0 : figures / probe.values.length - 0.5;
  measured[6] = Math.min(1.5, side.turned / (side.aligned + 0.5));
  measured[7] = Math.min(2, laid.statement.dismissals) - Math.min(2, probe.statement.dismissals);
  measured[8] = Math.min(1, probe.statement.terms.length / 10);
  measured[9] = Math.min(2, laid.statement.terms.length / 10);
  measured[10] = Math.min(covered, returned);
  measured[11] = covered * returned;
}

/** Measures how far a text says what a probe says. */
export function comparePair(laid: Laid, probe: Probe): number[] {
  measurePair(laid, probe);
  return Array.from(measured);
}

/** The same as one figure, by fitted weights: a logit. */
export function scorePair(laid: Laid, probe: Probe, model: Logistic): number {
  measurePair(laid, probe);
  let score = model.bias;
  for (let at = 0; at < PAIR_FEATURES; at += 1) score += (measured[at] ?? 0) * (model.weights[at] ?? 0);
  return score;
}
