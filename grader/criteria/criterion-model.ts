import stored from '../data/criterion-model.json';
import { type Logistic, logistic, logit } from '../statistics/fit-logistic';

/** Weights fitted by `npm run calibrate`: how measurements become the chance of each level. */
export interface CriterionModel {
  readonly features: readonly string[];
  readonly means: readonly number[];
  readonly deviations: readonly number[];
  readonly atLeastHalf: Logistic;
  readonly full: Logistic;
  /** Steps of an isotonic fit: up to `raw`, the chance of agreement was `chance`. Ordered by `raw`. */
  readonly agreement: readonly { readonly raw: number; readonly chance: number }[];
}

/** The weights that ship with the project. */
export const SHIPPED_MODEL: CriterionModel = stored.model;

/** Chances of the three levels, which add up to 1. */
export interface LevelChances {
  readonly none: number;
  readonly half: number;
  readonly full: number;
}

/** Measurements in units of their spread in the gold data. */
export function standardised(
  model: Pick<CriterionModel, 'means' | 'deviations'>,
  features: readonly number[],
): number[] {
  return features.map((value, index) => (value - (model.means[index] ?? 0)) / (model.deviations[index] ?? 1));
}

/** Two logistic models, one for "at least half" and one for "full"; the second never exceeds the first. */
export function levelChances(model: CriterionModel, features: readonly number[]): LevelChances {
  const row = standardised(model, features);
  const half = logistic(logit(model.atLeastHalf, row));
  const full = Math.min(half, logistic(logit(model.full, row)));
  return { none: 1 - half, half: half - full, full };
}

/** Full where full is likelier than not, else half where at least half is, else none: the median of the three. */
export function likelyLevel(chances: LevelChances): 'none' | 'half' | 'full' {
  if (chances.full > 0.5) return 'full';
  return chances.full + chances.half > 0.5 ? 'half' : 'none';
}

/** How often markers agreed with a judgement that had this chance, on scenarios that the weights had not seen. */
export function agreementChance(model: CriterionModel, raw: number): number {
  const step = model.agreement.find((entry) => raw <= entry.raw) ?? model.agreement.at(-1);
  return step?.chance ?? raw;
}
