import { PROBE_FEATURES } from '../probes/measure-criterion';
import type { AnswerReading } from '../probes/read-answer';
import type { CriterionMatch, PassageMatch } from './match-criterion';
import { matchPassage, share } from './match-criterion';
import type { PreparedCriterion, PreparedExercise } from './prepare-exercise';
import type { Passage } from './read-passages';

/** What an answer is measured by against the wording of the rubric; the probes add theirs. */
const RUBRIC_FEATURES = [
  'terms-in-passage',
  'terms-in-sentence',
  'terms-in-answer',
  'half-terms-in-passage',
  'concepts-in-passage',
  'concepts-in-answer',
  'concept-closeness',
  'derived-figure',
  'derived-figure-missing',
  'figure-with-conclusion',
  'given-figures',
  'reversal-asked-and-given',
  'reversal-asked-and-missing',
  'case-asked-and-limited',
  'case-asked-without-limit',
  'case-asked-and-missing',
  'cause-in-passage',
  'denial-of-matches',
  'absolutes-in-answer',
  'brief-words-in-passage',
  'contest-for-passage',
  'focus-of-passage',
  'sentences-won',
  'denials-in-answer',
] as const;

export const FEATURES: readonly string[] = [...RUBRIC_FEATURES, ...PROBE_FEATURES];

/** Measurements of the whole answer that every criterion shares. */
interface AnswerMeasures {
  readonly keys: ReadonlySet<string>;
  readonly absolutes: number;
  readonly denials: number;
}

/** Counts beyond these teach nothing more. */
const MOST_CUES = 5;

/** Measures the answer as a whole: counts and not rates, so that a sentence about something else changes nothing. */
function measureAnswer(passages: readonly Passage[]): AnswerMeasures {
  const single = passages.filter((passage) => passage.units.length === 1);
  const count = (cue: 'absolute' | 'denial') => single.reduce((sum, passage) => sum + passage.cues[cue], 0);
  return {
    keys: new Set(single.flatMap((passage) => [...passage.keys])),
    absolutes: Math.min(MOST_CUES, count('absolute')),
    denials: Math.min(MOST_CUES, count('denial')),
  };
}

/** Of the matched weight in single sentences, the share that stands in sentences which set something aside. */
function deniedShare(all: readonly PassageMatch[]): number {
  const single = all.filter(({ passage, terms }) => passage.units.length === 1 && terms > 0.03);
  const total = single.reduce((sum, match) => sum + match.terms, 0);
  const denied = single.reduce((sum, match) => sum + (match.passage.cues.denial > 0 ? match.terms : 0), 0);
  return total === 0 ? 0 : denied / total;
}

/** Largest of some values, 0 where there are none. */
const most = (values: readonly number[]) => values.reduce((best, value) => Math.max(best, value), 0);

const flag = (condition: boolean) => (condition ? 1 : 0);

function briefShare(passage: Passage, given: ReadonlySet<string>): number {
  const keys = [...passage.keys];
  return keys.length === 0 ? 0 : keys.filter((key) => given.has(key)).length / keys.length;
}

/** Share of a passage's own words, the brief's apart, that belong to the criterion: high in terse answers too. */
function focus(prepared: PreparedCriterion, passage: Passage, given: ReadonlySet<string>): number {
  const own = [...passage.keys].filter((key) => !given.has(key));
  return own.filter((key) => prepared.terms.weights.has(key)).length / Math.max(3, own.length);
}

function kinds(prepared: PreparedCriterion, best: PassageMatch | null, all: readonly PassageMatch[]): number[] {
  const reversals = all.filter(({ passage }) => passage.cues.reversal > 0 && passage.cues.condition > 0);
  const cases = all.filter(({ passage }) => passage.hasCase);
  const limited = cases.filter(({ passage }) => passage.cues.limit > 0);
  const derives = prepared.figures.some((figure) => figure.isDerived);
  const derived = most(all.map((match) => match.derived));
  const concluded = all.some(({ derived: hits, passage }) => hits > 0 && passage.cues.conclusion > 0);
  return [
    Math.min(2, derived),
    flag(derives && derived === 0),
    flag(concluded),
    Math.min(3, best?.figures ?? 0),
    flag(prepared.wantsReversal && reversals.length > 0),
    flag(prepared.wantsReversal && reversals.length === 0),
    flag(prepared.wantsCase && limited.length > 0),
    flag(prepared.wantsCase && cases.length > 0 && limited.length === 0),
    flag(prepared.wantsCase && cases.length === 0),
  ];
}

function coverage(
  prepared: PreparedCriterion,
  answer: AnswerMeasures,
  best: PassageMatch | null,
  all: readonly PassageMatch[],
): number[] {
  const sentences = all.filter(({ passage }) => passage.units.length === 1);
  const said = (concepts: readonly number[]) => concepts.filter((value) => value >= 0.5).length;
  const reach = prepared.concepts.map((_, index) => most(all.map((match) => match.concepts[index] ?? 0)));
  return [
    best?.terms ?? 0,
    most(sentences.map((match) => match.terms)),
    share(prepared.terms, answer.keys),
    best ? share(prepared.halfTerms, best.passage.keys) : 0,
    Math.min(4, said(best?.concepts ?? [])),
    said(reach),
    reach.reduce((sum, value) => sum + value, 0) / Math.max(1, reach.length),
  ];
}

/** Measures one criterion, given its matches and those of the other criteria on the same passages. */
function measure(
  exercise: PreparedExercise,
  prepared: PreparedCriterion,
  own: readonly PassageMatch[],
  others: readonly (readonly PassageMatch[])[],
  answer: AnswerMeasures,
): Omit<CriterionMatch, 'reading'> {
  const rivals = own.map((_, index) => most(others.map((matches) => matches[index]?.fit ?? 0)));
  const ranked = own.toSorted((one, other) => other.fit - one.fit);
  const best = ranked[0] ?? null;
  const rival = best ? (rivals[own.indexOf(best)] ?? 0) : 0;
  const won = own.filter(
    (match, index) => match.passage.units.length === 1 && match.fit > 0.2 && (rivals[index] ?? 0) <= match.fit,
  ).length;
  const denied = deniedShare(own);
  const features = [
    ...coverage(prepared, answer, best, own),
    ...kinds(prepared, best, own),
    Math.min(2, best?.passage.cues.cause ?? 0),
    denied,
    answer.absolutes,
    best ? briefShare(best.passage, exercise.given) : 0,
    best ? best.fit - rival : 0,
    best ? focus(prepared, best.passage, exercise.given) : 0,
    Math.min(4, won),
    answer.denials,
  ];
  return { prepared, best, ranked, denied, features };
}

/** Compares every criterion with every passage of an answer and measures the result, in the order of the rubric. */
export function matchAnswer(
  exercise: PreparedExercise,
  passages: readonly Passage[],
  { criteria }: AnswerReading,
): CriterionMatch[] {
  const answer = measureAnswer(passages);
  const matches = exercise.criteria.map((prepared) => passages.map((passage) => matchPassage(prepared, passage)));
  return exercise.criteria.flatMap((prepared, index) => {
    const reading = criteria[index];
    if (!reading) return [];
    const others = matches.filter((_, at) => at !== index);
    const match = measure(exercise, prepared, matches[index] ?? [], others, answer);
    return [{ ...match, reading, features: [...match.features, ...reading.features] }];
  });
}
