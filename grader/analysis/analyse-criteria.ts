import type { Estimate } from '@/schemas/estimate';
import type { CriterionId, ScenarioId } from '@/schemas/ids';
import type { CriterionStatistics } from '@/schemas/item-analysis';
import { LEVEL_SHARE, type Level } from '@/schemas/rubric';
import { correlation } from '../statistics/correlation';
import { NEEDED, tooFew } from '../statistics/estimate';
import { mean } from '../statistics/mean';
import { alphaOf, variance } from '../statistics/reliability';
import { wholeProblems } from './find-problems';

/** The levels of one draft, by criterion, with the points each can earn. */
export type DraftLevels = ReadonlyMap<string, { readonly level: Level; readonly max: number }>;

const sum = (values: readonly number[]) => values.reduce((left, right) => left + right, 0);

/** A mean of shares with ± 1.96 standard errors of the mean, kept between 0 and 1. */
function meanEstimate(shares: readonly number[]): Estimate {
  const n = shares.length;
  if (n < NEEDED.share) return tooFew(n, NEEDED.share);
  const value = mean(shares);
  const reach = 1.96 * Math.sqrt(variance(shares) / (n - 1));
  return { type: 'estimate', value, low: Math.max(0, value - reach), high: Math.min(1, value + reach), n };
}

const pointsOf = (draft: DraftLevels, id: string) => {
  const own = draft.get(id);
  return own ? LEVEL_SHARE[own.level] * own.max : 0;
};

function criterionStatistics(
  scenarioId: ScenarioId,
  criterionId: CriterionId,
  drafts: readonly DraftLevels[],
): CriterionStatistics {
  const own = drafts.filter((draft) => draft.has(criterionId));
  const count = (level: Level) => own.filter((draft) => draft.get(criterionId)?.level === level).length;
  const shares = own.map((draft) => LEVEL_SHARE[draft.get(criterionId)?.level ?? 'none']);
  const difficulty = meanEstimate(shares);
  const discrimination = correlation(
    own.map((draft, at) => {
      const others = [...draft.keys()].filter((id) => id !== criterionId);
      return { x: shares[at] ?? 0, y: sum(others.map((id) => pointsOf(draft, id))), n: 1 };
    }),
  );
  return {
    criterionId,
    scenarioId,
    n: own.length,
    levels: { none: count('none'), half: count('half'), full: count('full') },
    difficulty,
    discrimination,
    problems: wholeProblems({ difficulty, discrimination }),
  };
}

/**
 * Criteria as if they were items worth several points: mean share, and the correlation of a criterion's points with those
 * of the others (the point-biserial correlation for more than two values). One draft a person, so that none counts twice.
 */
export function analyseCriteria(
  scenarioId: ScenarioId,
  criterionIds: readonly CriterionId[],
  drafts: readonly DraftLevels[],
): { readonly criteria: CriterionStatistics[]; readonly alpha: Estimate } {
  const whole = drafts.filter((draft) => criterionIds.every((id) => draft.has(id)));
  const parts = criterionIds.map((id) => variance(whole.map((draft) => pointsOf(draft, id))));
  const totals = variance(whole.map((draft) => sum(criterionIds.map((id) => pointsOf(draft, id)))));
  return {
    criteria: criterionIds.map((id) => criterionStatistics(scenarioId, id, drafts)),
    alpha: alphaOf(parts, totals, whole.length),
  };
}
