import { showsNoMeaning } from './attempt-signs';
import { predictEnsemble } from './ensemble';
import { type FittedMatcher, type MatcherModel, withNeighbours } from './fit-matcher';
import type { Lexicon } from './lexicon';
import type { MatcherRow } from './matcher-row';
import { createSubject, type Measured, measure } from './subject';

/** How an answer compares with the references. */
export interface Match {
  /** 0 … 1 */
  readonly score: number;
  /** Chance that a marker calls it correct. */
  readonly pCorrect: number;
}

/** What is said of rows that cannot be judged. */
export const NO_MATCH: Match = { score: 0, pCorrect: 0 };

/** What an answer gets at most that tries to pass by other means than being right. */
const MOST_IF_GAMED = 0.3;
const REPEATED = 3;

/** It tells whoever grades what to give, says one thing three times, or has the words without the sense. */
function isGamed({ answer, features }: Measured): boolean {
  const { isAddressed, repeats } = answer.clean;
  return isAddressed || repeats >= REPEATED || showsNoMeaning(answer.statement, features);
}

const round4 = (value: number) => Math.round(Math.max(0, Math.min(1, value)) * 1e4) / 1e4;

/** A stored model as a matcher without graded answers at hand. */
export const fromModel = (model: MatcherModel, lexicon: Lexicon): FittedMatcher => ({
  model,
  subject: createSubject(model.words, [], lexicon),
  seen: null,
});

/** Compares an answer with the references of its question. */
export function matchAnswer(matcher: FittedMatcher, row: MatcherRow): Match {
  if (row.references.length === 0 || row.answer.trim() === '') return NO_MATCH;
  const measured = measure(matcher.subject, row);
  if (measured.answer.statement.tokens.length === 0) return NO_MATCH;
  const { seen, model } = matcher;
  const [judges, features] =
    seen && measured.neighbours ? [seen, withNeighbours(measured)] : [model.unseen, measured.features];
  const most = isGamed(measured) ? MOST_IF_GAMED : 1;
  return {
    score: round4(Math.min(most, predictEnsemble(judges.score, features))),
    pCorrect: round4(Math.min(most, predictEnsemble(judges.correct, features))),
  };
}
