import type { Grade } from '@/schemas/grade';
import { LEVEL_SHARE } from '@/schemas/rubric';
import { mean } from '../statistics/mean';
import { pearson } from '../statistics/pearson';
import { weightedKappa } from '../statistics/weighted-kappa';
import type { LabelledAnswer } from './labelled-answer';

/** A labelled answer with the grade it got. */
export interface GradedGold {
  readonly answer: LabelledAnswer;
  readonly grade: Grade;
}

/** Agreement with the reference markings. Null where a figure is undefined. */
export interface Agreement {
  readonly answers: number;
  readonly criteria: number;
  readonly kappa: number | null;
  readonly exact: number;
  readonly adjacent: number;
  readonly half: {
    readonly n: number;
    readonly precision: number | null;
    readonly recall: number | null;
    readonly f1: number | null;
  };
  readonly totals: { readonly pearson: number | null; readonly meanError: number; readonly bias: number };
  /** Σ share of judgements × |stated confidence − share right|, over ten equal bands of confidence. */
  readonly calibrationError: number;
  /** Share right among the 70 % most confident judgements. */
  readonly confidentRight: number;
  readonly reviewShare: number;
}

interface Judgement {
  readonly given: number;
  readonly reference: number;
  readonly confidence: number;
}

const rate = (part: number, whole: number) => (whole === 0 ? null : part / whole);

function judgementsOf(graded: readonly GradedGold[]): Judgement[] {
  return graded.flatMap(({ answer, grade }) =>
    grade.criteria.map((criterion, index) => ({
      given: LEVEL_SHARE[criterion.level] * 2,
      reference: (answer.labels[index] ?? 0) * 2,
      confidence: criterion.confidence,
    })),
  );
}

const isRight = ({ given, reference }: Judgement) => given === reference;

function halves(judgements: readonly Judgement[]): Agreement['half'] {
  const given = judgements.filter((judgement) => judgement.given === 1);
  const reference = judgements.filter((judgement) => judgement.reference === 1);
  const both = given.filter(isRight).length;
  return {
    n: reference.length,
    precision: rate(both, given.length),
    recall: rate(both, reference.length),
    f1: rate(2 * both, given.length + reference.length),
  };
}

function calibrationError(judgements: readonly Judgement[]): number {
  const bands = Array.from({ length: 10 }, (_, band) =>
    judgements.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === band),
  );
  return bands.reduce((sum, band) => {
    const gap = Math.abs(
      mean(band.map(({ confidence }) => confidence)) - mean(band.map((one) => (isRight(one) ? 1 : 0))),
    );
    return sum + (band.length / judgements.length) * gap;
  }, 0);
}

/** All agreement figures over a set of graded gold answers. */
export function measureAgreement(graded: readonly GradedGold[]): Agreement {
  const judgements = judgementsOf(graded);
  const totals = graded.map(({ answer, grade }) => [grade.explanation.points, answer.points] as const);
  const confident = judgements
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, Math.ceil(judgements.length * 0.7));
  return {
    answers: graded.length,
    criteria: judgements.length,
    kappa: weightedKappa(
      judgements.map(({ given, reference }) => [given, reference] as const),
      3,
    ),
    exact: mean(judgements.map((one) => (isRight(one) ? 1 : 0))),
    adjacent: mean(judgements.map(({ given, reference }) => (Math.abs(given - reference) <= 1 ? 1 : 0))),
    half: halves(judgements),
    totals: {
      pearson: pearson(totals),
      meanError: mean(totals.map(([one, other]) => Math.abs(one - other))),
      bias: mean(totals.map(([one, other]) => one - other)),
    },
    calibrationError: calibrationError(judgements),
    confidentRight: mean(confident.map((one) => (isRight(one) ? 1 : 0))),
    reviewShare: mean(graded.map(({ grade }) => (grade.needsReview ? 1 : 0))),
  };
}
