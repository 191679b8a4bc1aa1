import type { CriterionModel } from '../criteria/criterion-model';
import { FEATURES, matchAnswer } from '../criteria/features';
import { prepareExercise } from '../criteria/prepare-exercise';
import { readPassages } from '../criteria/read-passages';
import type { GradedExercise } from '../graded-exercise';
import { readSignals } from '../signals/read-signals';
import { fitLogistic } from '../statistics/fit-logistic';
import { readText } from '../text/read-text';
import type { GoldAnswer } from './gold-answer';

/** One criterion of one gold answer, measured. */
export interface MeasuredLabel {
  readonly exercise: string;
  readonly features: readonly number[];
  readonly label: number;
}

/** Strength of the pull towards zero weights; chosen on the gold data among 0.005, 0.02, 0.05 and 0.1. */
const PENALTY = 0.02;

/** Measures every criterion of a gold answer. */
export function measureAnswer(exercise: GradedExercise, answer: GoldAnswer): MeasuredLabel[] {
  const prepared = prepareExercise(exercise.scenario, exercise.rubric);
  const { eligible } = readSignals(prepared, readText(answer.explanation));
  return matchAnswer(prepared, readPassages(eligible)).map(({ features }, index) => ({
    exercise: exercise.scenario.id,
    features,
    label: answer.labels[index] ?? 0,
  }));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Rounded so that the stored file stays readable; eight digits change no level. */
const rounded = (value: number) => Math.round(value * 1e8) / 1e8;

/** Fits the two logistic models. `agreement` is added by the caller, from predictions on unseen scenarios. */
export function fitModel(rows: readonly MeasuredLabel[], agreement: CriterionModel['agreement']): CriterionModel {
  const columns = FEATURES.map((_, index) => rows.map((row) => row.features[index] ?? 0));
  const means = columns.map(mean);
  const deviations = columns.map((values, index) => {
    const middle = means[index] ?? 0;
    return Math.sqrt(mean(values.map((value) => (value - middle) ** 2))) || 1;
  });
  const table = rows.map((row) =>
    row.features.map((value, index) => (value - (means[index] ?? 0)) / (deviations[index] ?? 1)),
  );
  const fitOn = (truths: readonly boolean[]) => {
    const { bias, weights } = fitLogistic(table, truths, PENALTY);
    return { bias: rounded(bias), weights: weights.map(rounded) };
  };
  return {
    features: [...FEATURES],
    means: means.map(rounded),
    deviations: deviations.map(rounded),
    atLeastHalf: fitOn(rows.map((row) => row.label > 0)),
    full: fitOn(rows.map((row) => row.label === 1)),
    agreement,
  };
}
