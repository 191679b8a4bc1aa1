import type { Lexicon } from './lexicon';
import { type GradedRow, type MatcherRow, questionKey } from './matcher-row';
import { measureRow, type PreparedQuestion, prepareQuestion, type ReadAnswer, readAnswer } from './measure-row';
import { consult, type Example, FEWEST_EXAMPLES } from './neighbours';
import { type LearntCounts, rarityIn, type WordCounts } from './word-rarity';

/** Reads questions of one subject, each once, and keeps the graded answers to them. */
export interface Subject {
  readonly prepare: (row: MatcherRow) => PreparedQuestion;
  /** Graded answers to a row's question. */
  readonly examplesFor: (row: MatcherRow) => readonly Example[];
}

const isLearnt = (counts: WordCounts): counts is LearntCounts => 'perQuestion' in counts;

/** A subject with its word counts and, where there are some, graded rows. */
export function createSubject(counts: WordCounts, graded: readonly GradedRow[], lexicon: Lexicon): Subject {
  const prepared = new Map<string, PreparedQuestion>();
  const prepare = (row: MatcherRow): PreparedQuestion => {
    const key = JSON.stringify([row.question, row.references, row.referenceGrades]);
    const known = prepared.get(key);
    if (known) return known;
    const own = isLearnt(counts) ? counts.perQuestion.get(questionKey(row)) : undefined;
    const made = prepareQuestion(row.question, row.references, row.referenceGrades, lexicon, rarityIn(counts, own));
    prepared.set(key, made);
    return made;
  };
  const examples = new Map<string, Example[]>();
  for (const row of graded) {
    const { statement } = readAnswer(prepare(row), row.answer);
    const list = examples.get(questionKey(row)) ?? [];
    list.push({ statement, score: row.score, isCorrect: row.isCorrect });
    examples.set(questionKey(row), list);
  }
  return { prepare, examplesFor: (row) => examples.get(questionKey(row)) ?? [] };
}

/** A row's measurements, and those against other graded answers to its question where there are enough. */
export interface Measured {
  readonly answer: ReadAnswer;
  readonly features: readonly number[];
  readonly neighbours: readonly number[] | null;
}

/** Measures a row. `self` is its place among the examples where it is one of them, so that it does not consult itself. */
export function measure(subject: Subject, row: MatcherRow, self = -1): Measured {
  const prepared = subject.prepare(row);
  const answer = readAnswer(prepared, row.answer);
  const others = subject.examplesFor(row).filter((_, index) => index !== self);
  return {
    answer,
    features: measureRow(prepared, answer),
    neighbours: others.length < FEWEST_EXAMPLES ? null : consult(answer.statement, others, prepared.setting.rarity),
  };
}
