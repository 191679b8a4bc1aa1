import { type Ensemble, fitEnsemble } from './ensemble';
import type { Lexicon } from './lexicon';
import { type GradedRow, questionKey } from './matcher-row';
import { createSubject, type Measured, measure, type Subject } from './subject';
import { countWords, type WordCounts } from './word-rarity';

/** How one kind of row is judged: the chance of "correct" and the score. */
export interface Judges {
  readonly correct: Ensemble;
  readonly score: Ensemble;
}

/** Everything that is learnt and can be stored. */
export interface MatcherModel {
  readonly words: WordCounts;
  readonly unseen: Judges;
}

/** A model with what only exists beside its training rows: graded answers to questions that come again. */
export interface FittedMatcher {
  readonly model: MatcherModel;
  readonly subject: Subject;
  /** For questions with graded answers; null where the training rows have too few of them. */
  readonly seen: Judges | null;
}

/** Fewest rows with neighbours that are worth a model of their own. */
const FEWEST_SEEN = 150;

/** Trees need many questions to find what holds for any question: 0.6 from 40 questions on. */
const shareOfTrees = (questions: number) => 0.6 * Math.min(1, questions / 40);

interface Lesson {
  readonly row: GradedRow;
  readonly measured: Measured;
}

function fitJudges(lessons: readonly Lesson[], features: (measured: Measured) => readonly number[]): Judges {
  const rows = lessons.map(({ measured }) => features(measured));
  const treeShare = shareOfTrees(new Set(lessons.map(({ row }) => questionKey(row))).size);
  const truths = lessons.map(({ row }) => (row.isCorrect ? 1 : 0));
  const scores = lessons.map(({ row }) => row.score);
  return {
    correct: fitEnsemble(rows, truths, 'logistic', treeShare),
    score: fitEnsemble(rows, scores, 'squared', treeShare),
  };
}

/** A row's features for judges that also consult graded answers. */
export const withNeighbours = ({ features, neighbours }: Measured): number[] => [...features, ...(neighbours ?? [])];

/**
 * Fits a matcher on graded rows of one subject. Judges for questions that come again cost as much time as all the rest:
 * leave them out where every question is new.
 */
export function fitMatcher(rows: readonly GradedRow[], lexicon: Lexicon, forSeen: boolean): FittedMatcher {
  const words = countWords(rows, lexicon);
  const subject = createSubject(words, forSeen ? rows : [], lexicon);
  const places = new Map<string, number>();
  const lessons = rows.map((row) => {
    const place = places.get(questionKey(row)) ?? 0;
    places.set(questionKey(row), place + 1);
    return { row, measured: measure(subject, row, place) };
  });
  const known = lessons.filter(({ measured }) => measured.neighbours !== null);
  return {
    model: {
      words: { questions: words.questions, counts: words.counts },
      unseen: fitJudges(lessons, ({ features }) => features),
    },
    subject,
    seen: known.length < FEWEST_SEEN ? null : fitJudges(known, withNeighbours),
  };
}
