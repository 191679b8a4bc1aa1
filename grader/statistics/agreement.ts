import type { Estimate } from '@/schemas/estimate';
import { NEEDED, noVariety, shareEstimate, tooFew } from './estimate';
import { kappaInterval } from './kappa-interval';
import { countPairs, kappaOfCounts, quadraticAgreement } from './kappa-of-counts';

/** 0, 1 or 2 for none, half and full: what the machine gave, and what the person gave. */
export type LevelPair = readonly [number, number];

const LEVELS = 3;
const clamp = (value: number) => Math.min(1, Math.max(-1, value));

/** Two markers over one criterion: kappa and how often exactly the same, each with its interval and n. */
export interface AgreementFigures {
  readonly kappa: Estimate;
  readonly exact: Estimate;
}

const exactOf = (pairs: readonly LevelPair[], needed: number) =>
  shareEstimate(pairs.filter(([one, other]) => one === other).length, pairs.length, needed);

/** One pair an answer: quadratic weighted kappa with the asymptotic error of Fleiss, Cohen and Everitt (1969). */
export function criterionAgreement(pairs: readonly LevelPair[]): AgreementFigures {
  const needed = NEEDED.agreement;
  const exact = exactOf(pairs, needed);
  if (pairs.length < needed) return { kappa: tooFew(pairs.length, needed), exact };
  const found = kappaOfCounts(countPairs(pairs, LEVELS), quadraticAgreement(LEVELS));
  if (!found) return { kappa: noVariety(pairs.length, needed), exact };
  const { kappa, error, n } = found;
  const [low, high] = [clamp(kappa - 1.96 * error), clamp(kappa + 1.96 * error)];
  return { kappa: { type: 'estimate', value: kappa, low, high, n }, exact };
}

/**
 * Several criteria an answer, which are not independent: the interval leaves out whole answers (jackknife). n counts
 * answers, and so does the minimum; `exact` counts criteria.
 */
export function answersAgreement(answers: readonly (readonly LevelPair[])[]): AgreementFigures {
  const n = answers.length;
  const needed = NEEDED.agreement;
  if (n < needed) return { kappa: tooFew(n, needed), exact: tooFew(n, needed) };
  const exact = exactOf(answers.flat(), needed);
  const { kappa, low, high } = kappaInterval(answers, LEVELS);
  return { kappa: kappa === null ? noVariety(n, needed) : { type: 'estimate', value: kappa, low, high, n }, exact };
}
