import stored from '../data/criterion-model.json';
import { type Logistic, logistic, logit } from '../statistics/fit-logistic';
import { predictTrees, type TreeModel } from '../statistics/fit-trees';

/** Two views of the same chance: one of straight lines, one of steps and their combinations. */
export interface Ensemble {
  readonly linear: Logistic;
  readonly trees: readonly TreeModel[];
}

/** A view for each bound. */
export interface Bounds {
  readonly atLeastHalf: Ensemble;
  readonly full: Ensemble;
}

/** Weights fitted by `npm run calibrate`: how measurements become the chance of each level. */
export interface CriterionModel {
  readonly features: readonly string[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  /** For whole records, fitted on marked samples. */
  readonly record: Bounds;
  /** For a sentence or two that stand alone, fitted on the authored passages, each left out of its own probes. */
  readonly passage: Bounds;
  /** Steps of an isotonic fit: up to `raw`, the chance of agreement was `chance`. Ordered by `raw`. */
  readonly agreement: readonly { readonly raw: number; readonly chance: number }[];
}

const isLoss = (loss: string): loss is TreeModel['loss'] => loss === 'logistic' || loss === 'squared';

type Stored = (typeof stored.model)['record']['full'];

const readEnsemble = (ensemble: Stored): Ensemble => ({
  linear: ensemble.linear,
  trees: ensemble.trees.flatMap(({ loss, ...tree }) => (isLoss(loss) ? [{ loss, ...tree }] : [])),
});

const readBounds = (bounds: { atLeastHalf: Stored; full: Stored }): Bounds => ({
  atLeastHalf: readEnsemble(bounds.atLeastHalf),
  full: readEnsemble(bounds.full),
});

/** The weights that ship with the project. */
export const SHIPPED_MODEL: CriterionModel = {
  ...stored.model,
  record: readBounds(stored.model.record),
  passage: readBounds(stored.model.passage),
};

/** Chances of the three levels, which add up to 1. */
export interface LevelChances {
  readonly none: number;
  readonly half: number;
  readonly full: number;
}

/** Measurements in units of their spread in the labelled samples. */
export function standardised(
  model: Pick<CriterionModel, 'means' | 'deviations'>,
  features: readonly number[],
): number[] {
  return features.map((value, index) => (value - (model.means[index] ?? 0)) / (model.deviations[index] ?? 1));
}

/** The linear view counts a third, the trees together two. */
const LINEAR_SHARE = 1 / 3;

function chanceOf({ linear, trees }: Ensemble, row: readonly number[]): number {
  const straight = logistic(logit(linear, row));
  if (trees.length === 0) return straight;
  const stepped = trees.reduce((sum, tree) => sum + logistic(predictTrees(tree, row)), 0) / trees.length;
  return LINEAR_SHARE * straight + (1 - LINEAR_SHARE) * stepped;
}

/** Words up to which a text counts as a passage, and from which as a record; between them the two views are mixed. */
const PASSAGE_WORDS = 40;
const RECORD_WORDS = 80;

/**
 * Chances of the three levels from the measurements of one criterion in a text of so many words. One model for "at least
 * half" and one for "full"; the second never exceeds the first.
 */
export function levelChances(model: CriterionModel, features: readonly number[], words: number): LevelChances {
  const row = standardised(model, features);
  const whole = Math.max(0, Math.min(1, (words - PASSAGE_WORDS) / (RECORD_WORDS - PASSAGE_WORDS)));
  const chance = (bound: keyof Bounds) => {
    const asRecord = whole === 0 ? 0 : chanceOf(model.record[bound], row);
    const asPassage = whole === 1 ? 0 : chanceOf(model.passage[bound], row);
    return whole * asRecord + (1 - whole) * asPassage;
  };
  const half = chance('atLeastHalf');
  const full = Math.min(half, chance('full'));
  return { none: 1 - half, half: half - full, full };
}

/** Expected share of the points from which all are given. */
const FULL_FROM = 0.6;

/**
 * Full where the expected share of the points is high, else half where something is likelier earned than nothing. A
 * small change of the text moves a criterion by half at most.
 */
export function likelyLevel(chances: LevelChances): 'none' | 'half' | 'full' {
  if (chances.full + chances.half / 2 >= FULL_FROM) return 'full';
  return chances.none < 0.5 ? 'half' : 'none';
}

/** The least raw chance that a likeliest level can have. */
const LEAST_RAW = 1 / 3;

/**
 * How often markers agreed with a judgement that had this chance, on scenarios that the weights had not seen: a line
 * through the middles of the steps, so that of two judgements the likelier one is never stated as the less sure.
 */
export function agreementChance(model: CriterionModel, raw: number): number {
  const middles = model.agreement.map((step, at) => ({
    raw: (step.raw + (model.agreement[at - 1]?.raw ?? LEAST_RAW)) / 2,
    chance: step.chance,
  }));
  const after = middles.findIndex((middle) => raw <= middle.raw);
  const next = after === -1 ? { raw: 1, chance: middles.at(-1)?.chance ?? raw } : middles[after];
  const before = after === -1 ? middles.at(-1) : middles[after - 1];
  if (!next) return raw;
  if (!before || next.raw === before.raw) return next.chance;
  const share = Math.min(1, (raw - before.raw) / (next.raw - before.raw));
  return before.chance + share * (next.chance - before.chance);
}
