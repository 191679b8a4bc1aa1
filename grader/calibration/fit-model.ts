import { LEVEL_SHARE } from '@/schemas/rubric';
import type { Profile } from '@/schemas/sample';
import type { Bounds, CriterionModel, Ensemble } from '../criteria/criterion-model';
import { FEATURES } from '../criteria/features';
import { type PreparedExercise, prepareExercise } from '../criteria/prepare-exercise';
import { readExplanation } from '../criteria/read-hand-in';
import type { GradedExercise } from '../graded-exercise';
import type { Probe } from '../probes/compare';
import { type Detectors, fitDetectors } from '../probes/detectors';
import type { ProbeModel } from '../probes/probe-model';
import { fitLogistic } from '../statistics/fit-logistic';
import { fitTrees } from '../statistics/fit-trees';
import { mean } from '../statistics/mean';
import type { LabelledAnswer } from './labelled-answer';

/** One criterion of one labelled answer, measured. */
export interface MeasuredLabel {
  readonly exercise: string;
  readonly features: readonly number[];
  readonly label: number;
  /** How often the row counts in fitting. */
  readonly count: number;
  /** Length of the text in words. */
  readonly words: number;
}

/** Strength of the pull towards zero weights. */
const PENALTY = 0.02;

/** Small steps over few rows and features at a time: what one set of trees overrates, the next does not. */
const TREES = {
  loss: 'logistic',
  trees: 160,
  depth: 3,
  shrinkage: 0.05,
  leafRows: 8,
  rowShare: 0.5,
  featureShare: 0.3,
} as const;
const SEEDS = [1, 2, 3];
const LEVELS = ['none', 'half', 'full'] as const;

/**
 * Texts that argue the wrong way in the right words are what a grader by likeness gets wrong; they count more. Chosen on
 * unseen scenarios: at 3 and 2 denials earn least, but vague and mixed answers lose more than that.
 */
const COUNTS: Partial<Record<Profile, number>> = { negation_trap: 2, tempting_wrong: 1.5 };

/** Measures every criterion of a labelled answer. */
export function measureAnswer({ exercise, sample, labels }: LabelledAnswer, model: ProbeModel): MeasuredLabel[] {
  const { matches, signals } = readExplanation(prepareExercise(exercise), sample.handIn.explanation, model);
  return matches.map(({ features }, index) => ({
    exercise: exercise.scenario.id,
    features,
    label: labels[index] ?? 0,
    count: COUNTS[sample.profile] ?? 1,
    words: signals.words,
  }));
}

/** The detectors are learnt anew for each share of the passages, without it. */
const FOLDS = 5;

/**
 * Measures every authored passage of an exercise as a text of its own, with itself left out of the probes: for its own
 * criterion, and for another one that it says nothing about.
 */
export function measurePassages(exercise: GradedExercise, model: ProbeModel): MeasuredLabel[] {
  const prepared = prepareExercise(exercise);
  const all = prepared.probes.criteria.flatMap(({ passages }, at) =>
    LEVELS.flatMap((level) => passages[level].map((probe) => ({ probe, at, level }))),
  );
  return Array.from({ length: FOLDS }, (_, fold) => all.filter((_one, index) => index % FOLDS === fold)).flatMap(
    (held) => {
      const detectors = fitDetectors(prepared.probes, model.space, new Set(held.map(({ probe }) => probe)));
      return held.flatMap((passage) => measurePassage(exercise, prepared, passage, model, detectors));
    },
  );
}

interface HeldPassage {
  readonly probe: Probe;
  readonly at: number;
  readonly level: (typeof LEVELS)[number];
}

function measurePassage(
  exercise: GradedExercise,
  prepared: PreparedExercise,
  { probe, at, level }: HeldPassage,
  model: ProbeModel,
  detectors: Detectors,
): MeasuredLabel[] {
  const criterion = prepared.probes.criteria[at];
  if (!criterion) return [];
  const left = criterion.passages[level].filter((other) => other !== probe);
  const criteria = prepared.probes.criteria.with(at, {
    ...criterion,
    passages: { ...criterion.passages, [level]: left },
  });
  const probes = { ...prepared.probes, criteria };
  const { matches, signals } = readExplanation({ ...prepared, probes }, probe.statement.text, model, detectors);
  const row = (index: number, label: number): MeasuredLabel[] => {
    const match = matches[index];
    if (!match) return [];
    return [{ exercise: exercise.scenario.id, features: match.features, label, count: 1, words: signals.words }];
  };
  // What earns one criterion earns another one nothing: without such rows a sentence would be taken for any point.
  const other = (at + 1 + (probe.statement.text.length % (matches.length - 1))) % matches.length;
  return [...row(at, LEVEL_SHARE[level]), ...row(other, 0)];
}

/** Rounded so that the stored file stays readable; six digits change no level. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/** Fits the models of both bounds. `agreement` is added by the caller, from predictions on unseen scenarios. */
export function fitModel(
  rows: readonly MeasuredLabel[],
  passages: readonly MeasuredLabel[],
  agreement: CriterionModel['agreement'],
): CriterionModel {
  const columns = FEATURES.map((_, index) => rows.map((row) => row.features[index] ?? 0));
  const means = columns.map(mean).map(rounded);
  const deviations = columns.map((values, index) => {
    const middle = means[index] ?? 0;
    return rounded(Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))) || 1;
  });
  const scale = (row: MeasuredLabel) =>
    row.features.map((value, index) => (value - (means[index] ?? 0)) / (deviations[index] ?? 1));
  return {
    features: [...FEATURES],
    means,
    deviations,
    record: fitBounds(rows.map(scale), rows, SEEDS),
    passage: fitBounds(passages.map(scale), passages, SEEDS.slice(0, 1)),
    agreement,
  };
}

function fitBounds(
  table: readonly (readonly number[])[],
  rows: readonly MeasuredLabel[],
  seeds: readonly number[],
): Bounds {
  const counts = rows.map((row) => row.count);
  const fitOn = (truths: readonly boolean[]): Ensemble => {
    const { bias, weights } = fitLogistic(table, truths, PENALTY, counts);
    const targets = truths.map((truth) => (truth ? 1 : 0));
    return {
      linear: { bias: rounded(bias), weights: weights.map(rounded) },
      trees: seeds.map((seed) => fitTrees(table, targets, { ...TREES, seed, weights: counts })),
    };
  };
  return {
    atLeastHalf: fitOn(rows.map((row) => row.label > 0)),
    full: fitOn(rows.map((row) => row.label === 1)),
  };
}
