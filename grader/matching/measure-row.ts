import { ANSWER_FEATURES, describeAnswer } from './answer-features';
import { type CleanAnswer, cleanAnswer } from './clean-answer';
import { compare, PAIR_FEATURES, type Setting } from './compare';
import type { Lexicon } from './lexicon';
import { spellingRepair } from './repair-spelling';
import { readStatement, type Statement } from './statement';

/** A question with its reference answers, read once for all answers to it. */
export interface PreparedQuestion {
  readonly setting: Setting;
  readonly references: readonly Statement[];
  /** 2 best, 1 good, 0 minimal, per reference. */
  readonly grades: readonly number[];
  readonly repair: (word: string) => string;
}

const GRADES: Readonly<Record<string, number>> = { BEST: 2, GOOD: 1, MINIMAL: 0 };

/** Reads a question. */
export function prepareQuestion(
  question: string,
  references: readonly string[],
  grades: readonly (string | null)[],
  lexicon: Lexicon,
  rarity: (key: string) => number,
): PreparedQuestion {
  const asked = readStatement(question, lexicon);
  const read = references.map((reference) => readStatement(reference, lexicon));
  return {
    setting: { lexicon, question: asked, rarity },
    references: read,
    grades: references.map((_, at) => GRADES[grades[at] ?? 'BEST'] ?? 2),
    repair: spellingRepair([asked, ...read].flatMap((statement) => [...statement.words])),
  };
}

const at = (name: (typeof PAIR_FEATURES)[number]) => PAIR_FEATURES.indexOf(name);
const [GENERAL, SUBJECT, PRECISION, LETTERS, FLIPPED, NEW] = [
  at('general-soft'),
  at('subject-soft'),
  at('general-precision'),
  at('letters'),
  at('flipped'),
  at('new-soft'),
];

/** How near a reference an answer is; the nearest one speaks for the row. */
const nearness = (pair: readonly number[]) =>
  (pair[GENERAL] ?? 0) + (pair[PRECISION] ?? 0) + (pair[LETTERS] ?? 0) - 0.5 * (pair[FLIPPED] ?? 0);

const SPREAD = [GENERAL, SUBJECT, PRECISION, LETTERS, FLIPPED, NEW];

/** Names of a row's measurements, in order. */
export const ROW_FEATURES: readonly string[] = [
  ...PAIR_FEATURES,
  ...SPREAD.map((index) => `mean-${PAIR_FEATURES[index] ?? ''}`),
  ...SPREAD.map((index) => `most-${PAIR_FEATURES[index] ?? ''}`),
  'references',
  'nearest-grade',
  'most-good',
  'most-minimal',
  'best-margin',
  'question-soft',
  'question-precision',
  'question-letters',
  ...ANSWER_FEATURES,
];

/** An answer as it was read, without copies of the question and words to whoever grades. */
export interface ReadAnswer {
  readonly clean: CleanAnswer;
  readonly statement: Statement;
}

/** Reads an answer to a question; misspelt words are read as those that the question lets expect. */
export function readAnswer({ setting, repair }: PreparedQuestion, answer: string): ReadAnswer {
  const clean = cleanAnswer(answer, setting.question.text);
  return { clean, statement: readStatement(clean.text, setting.lexicon, repair) };
}

/** Measures an answer against all references of its question. */
export function measureRow(prepared: PreparedQuestion, { clean, statement: answer }: ReadAnswer): number[] {
  const { setting, references, grades } = prepared;
  const pairs = references.map((reference, index) => ({
    grade: grades[index] ?? 2,
    values: compare(reference, answer, setting),
  }));
  const sorted = pairs.toSorted((one, other) => nearness(other.values) - nearness(one.values));
  const nearest = sorted[0] ?? { grade: 2, values: PAIR_FEATURES.map(() => 0) };
  const column = (index: number) => pairs.map(({ values }) => values[index] ?? 0);
  const most = (list: readonly number[]) => list.reduce((high, value) => Math.max(high, value), 0);
  const ofGrade = (holds: (grade: number) => boolean) =>
    most(pairs.filter(({ grade }) => holds(grade)).map(({ values }) => values[GENERAL] ?? 0));
  const asked = compare(setting.question, answer, setting);
  return [
    ...nearest.values,
    ...SPREAD.map((index) => column(index).reduce((sum, value) => sum + value, 0) / Math.max(1, pairs.length)),
    ...SPREAD.map((index) => most(column(index))),
    Math.min(12, pairs.length),
    nearest.grade,
    ofGrade((grade) => grade > 0),
    ofGrade((grade) => grade === 0),
    ofGrade((grade) => grade === 2) - ofGrade((grade) => grade < 2),
    asked[at('plain-soft')] ?? 0,
    asked[at('plain-precision')] ?? 0,
    asked[LETTERS] ?? 0,
    ...describeAnswer(answer, clean, setting.question),
  ];
}
