import { DIMENSIONS, vectorAt } from '../meaning/word-vectors';
import { type Alignment, align } from './align';
import type { Lexicon } from './lexicon';
import type { Statement, Token } from './statement';

/** What is known of a question before any answer: its words, and how telling words are in this subject. */
export interface Setting {
  readonly lexicon: Lexicon;
  readonly question: Statement;
  /** 0 … 1: how few other questions of the subject use a word. */
  readonly rarity: (key: string) => number;
}

const share = (part: number, whole: number, otherwise = 0) => (whole > 0 ? part / whole : otherwise);

/** Weight of a word of the question relative to one that the question does not give. */
const GIVEN = 0.3;

type Weigh = (token: Token) => number;

function covered(tokens: readonly Token[], alignment: Alignment, weigh: Weigh, isExact: boolean): number {
  let sum = 0;
  let whole = 0;
  for (const [at, token] of tokens.entries()) {
    const weight = weigh(token);
    const likeness = alignment.likeness[at] ?? 0;
    whole += weight;
    sum += weight * (isExact ? (likeness >= 1 ? 1 : 0) : likeness);
  }
  return share(sum, whole);
}

/** Cosine of two bags of counted runs of letters. */
export function letterCosine(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let dot = 0;
  let [left, right] = [0, 0];
  for (const [run, count] of one) {
    left += count * count;
    dot += count * (other.get(run) ?? 0);
  }
  for (const count of other.values()) right += count * count;
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

/** Weighted sum of word vectors. */
function sumVectors(tokens: readonly Token[], weigh: Weigh): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const token of tokens) {
    if (token.entry.vector < 0) continue;
    const weight = weigh(token);
    const vector = vectorAt(token.entry.vector);
    for (let at = 0; at < DIMENSIONS; at += 1) sum[at] = (sum[at] ?? 0) + (weight * (vector[at] ?? 0)) / 127;
  }
  return sum;
}

function vectorCosine(one: Float64Array, other: Float64Array): number {
  let [dot, left, right] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    dot += (one[at] ?? 0) * (other[at] ?? 0);
    left += (one[at] ?? 0) ** 2;
    right += (other[at] ?? 0) ** 2;
  }
  return left > 0 && right > 0 ? dot / Math.sqrt(left * right) : 0;
}

/** Neighbouring words in the same order, as share of those of the reference. */
function pairShare(reference: Statement, answer: Statement): number {
  const pairs = (statement: Statement) =>
    new Set(
      statement.tokens.slice(1).map((token, at) => `${statement.tokens[at]?.entry.key ?? ''} ${token.entry.key}`),
    );
  const wanted = pairs(reference);
  const there = pairs(answer);
  return share([...wanted].filter((pair) => there.has(pair)).length, wanted.size);
}

/** Share of matched content words that follow each other as they do in the reference: shuffled lists fall to a half. */
function orderShare(reference: Statement, met: Alignment): number {
  let [rises, steps, last] = [0, 0, -1];
  for (const [at, token] of reference.tokens.entries()) {
    const partner = met.partner[at] ?? -1;
    if (partner < 0 || token.entry.weight < 0.3 || (met.likeness[at] ?? 0) < 0.9) continue;
    if (last >= 0) {
      steps += 1;
      if (partner > last) rises += 1;
    }
    last = partner;
  }
  return steps === 0 ? 0.5 : rises / steps;
}

/** Where the answer says the contrary: matched words of other polarity, and antonyms in a word's place. */
function contrary(reference: Statement, answer: Statement, met: Alignment, weigh: Weigh): [number, number, number] {
  let [flipped, matched, opposed] = [0, 0, 0];
  let swapped = 0;
  for (const [at, token] of reference.tokens.entries()) {
    const partner = answer.tokens[met.partner[at] ?? -1];
    const likeness = met.likeness[at] ?? 0;
    const weight = weigh(token);
    if (partner && likeness > 0.5) {
      matched += weight * likeness;
      if (partner.isNegated !== token.isNegated) flipped += weight * likeness;
    }
    if (token.entry.antonyms.size === 0 || answer.words.has(token.entry.word)) continue;
    const rival = answer.tokens.find(
      ({ entry }) => token.entry.antonyms.has(entry.word) && !reference.words.has(entry.word),
    );
    if (!rival) continue;
    opposed += token.entry.weight;
    if (rival.isNegated === token.isNegated) swapped += 1;
  }
  return [share(flipped, matched), Math.min(2, opposed), Math.min(2, swapped)];
}

/** The weightiest words that the question does not give: how well the first three are met, and the worst gap. */
function telling(reference: Statement, met: Alignment, weigh: Weigh): [number, number, number] {
  const seen = new Set<string>();
  const list = [...reference.tokens.entries()]
    .map(([at, token]) => ({ key: token.entry.key, weight: weigh(token), likeness: met.likeness[at] ?? 0 }))
    .sort((one, other) => other.weight - one.weight)
    .filter(({ key }) => !seen.has(key) && seen.add(key));
  const first = list.slice(0, 3);
  const missing = list.reduce((most, { weight, likeness }) => Math.max(most, weight * (1 - likeness)), 0);
  const gap = list.reduce((sum, { weight, likeness }) => sum + weight * (1 - likeness), 0);
  return [
    share(
      first.reduce((sum, { likeness }) => sum + likeness, 0),
      first.length,
    ),
    missing,
    Math.min(6, gap),
  ];
}

/** How well each clause of the reference is covered: the least and the share of clauses at least half covered. */
function clauses(reference: Statement, met: Alignment, weigh: Weigh): [number, number] {
  const sums = new Map<number, [number, number]>();
  for (const [at, token] of reference.tokens.entries()) {
    const [sum, whole] = sums.get(token.clause) ?? [0, 0];
    sums.set(token.clause, [sum + weigh(token) * (met.likeness[at] ?? 0), whole + weigh(token)]);
  }
  const values = [...sums.values()].filter(([, whole]) => whole > 0.3).map(([sum, whole]) => sum / whole);
  if (values.length === 0) return [0, 0];
  return [Math.min(...values), values.filter((value) => value >= 0.5).length / values.length];
}

/** How well the clause of the answer that fits best covers the reference. */
function bestClause(reference: Statement, answer: Statement, used: Alignment, weigh: Weigh): number {
  const whole = reference.tokens.reduce((sum, token) => sum + weigh(token), 0);
  const perClause = new Map<number, Map<number, number>>();
  for (const [at, token] of answer.tokens.entries()) {
    const partner = used.partner[at] ?? -1;
    if (partner < 0) continue;
    const own = perClause.get(token.clause) ?? new Map<number, number>();
    own.set(partner, Math.max(own.get(partner) ?? 0, used.likeness[at] ?? 0));
    perClause.set(token.clause, own);
  }
  let best = 0;
  for (const own of perClause.values()) {
    let sum = 0;
    for (const [partner, likeness] of own) {
      const token = reference.tokens[partner];
      if (token) sum += weigh(token) * likeness;
    }
    best = Math.max(best, share(sum, whole));
  }
  return best;
}

/** Shares of the figures of the reference that the answer has, −0.5 … 0.5; 0 without figures. */
function figures(reference: Statement, met: Alignment): number {
  const list = [...reference.tokens.entries()].filter(([, token]) => token.number !== null);
  return list.length === 0 ? 0 : list.filter(([at]) => (met.likeness[at] ?? 0) >= 1).length / list.length - 0.5;
}

/** Names of what `compare` measures, in order. */
export const PAIR_FEATURES = [
  'general-soft',
  'general-exact',
  'general-precision',
  'subject-soft',
  'subject-exact',
  'subject-precision',
  'new-soft',
  'new-exact',
  'new-precision',
  'plain-soft',
  'plain-exact',
  'plain-precision',
  'letters',
  'new-cosine',
  'cosine',
  'pairs',
  'order',
  'flipped',
  'opposed',
  'swapped',
  'telling',
  'worst-gap',
  'gap',
  'least-clause',
  'clause-share',
  'best-clause',
  'figures',
  'new-weight',
  'reference-length',
  'length-ratio',
  'negation-difference',
  'reference-negations',
] as const;

/** Measures an answer against one reference. */
export function compare(reference: Statement, answer: Statement, setting: Setting): number[] {
  const { met, used } = align(reference, answer, setting.lexicon);
  const isGiven = (token: Token) => setting.question.keys.has(token.entry.key);
  const general: Weigh = (token) => token.entry.weight * (isGiven(token) ? GIVEN : 1);
  const subject: Weigh = (token) => general(token) * setting.rarity(token.entry.key);
  const fresh: Weigh = (token) => (isGiven(token) || token.entry.weight < 0.25 ? 0 : token.entry.weight);
  const plain: Weigh = (token) => token.entry.weight;
  const both = [general, subject, fresh, plain].flatMap((weigh) => [
    covered(reference.tokens, met, weigh, false),
    covered(reference.tokens, met, weigh, true),
    covered(answer.tokens, used, weigh, false),
  ]);
  const newWeight = reference.tokens.reduce((sum, token) => sum + fresh(token), 0);
  return [
    ...both,
    letterCosine(reference.letters, answer.letters),
    vectorCosine(sumVectors(reference.tokens, fresh), sumVectors(answer.tokens, fresh)),
    vectorCosine(sumVectors(reference.tokens, plain), sumVectors(answer.tokens, plain)),
    pairShare(reference, answer),
    orderShare(reference, met),
    ...contrary(reference, answer, met, general),
    ...telling(reference, met, subject),
    ...clauses(reference, met, general),
    bestClause(reference, answer, used, general),
    figures(reference, met),
    Math.min(12, newWeight),
    Math.log1p(reference.tokens.length),
    Math.log((answer.tokens.length + 1) / (reference.tokens.length + 1)),
    Math.min(2, Math.abs(answer.negations - reference.negations)),
    Math.min(3, reference.negations),
  ];
}
