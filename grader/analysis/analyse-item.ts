import type { Estimate } from '@/schemas/estimate';
import type { ItemFigures, OptionFigures } from '@/schemas/item-analysis';
import { correlation } from '../statistics/correlation';
import { NEEDED, shareEstimate, tooFew } from '../statistics/estimate';
import { FIFTHS, fifthOfScore } from '../statistics/fifths';
import { medianOfCounts, type ValueCount } from '../statistics/median';
import { countOf, type ResponseCount, restShare } from './response-count';

export interface AnalysedOption {
  readonly id: string;
  readonly isKey: boolean;
}

type Curve = NonNullable<ItemFigures['curve']>;

/** For each fifth the share of its people for whom something holds. */
function curveOf(byFifth: readonly (readonly ResponseCount[])[], holds: (count: ResponseCount) => boolean): Curve {
  return byFifth.map((counts) => {
    const n = countOf(counts);
    return n === 0 ? null : countOf(counts.filter(holds)) / n;
  });
}

function medianTime(times: readonly ValueCount[]): Estimate {
  const n = countOf(times);
  const median = medianOfCounts(times);
  if (n < NEEDED.time || median === null) return tooFew(n, NEEDED.time);
  return { type: 'estimate', value: median, low: null, high: null, n };
}

/**
 * The classical figures of one wording of an item. Discrimination is corrected: the item is left out of the score it is
 * compared with (S. Henrysson, "Correction of item-total correlations in item analysis", Psychometrika 28, 1963,
 * 211-218). Curves go by fifths of that same rest score.
 */
export function analyseItem(
  counts: readonly ResponseCount[],
  options: readonly AnalysedOption[],
  times: readonly ValueCount[],
): ItemFigures {
  const n = countOf(counts);
  const withRest = counts.filter(({ restTotal }) => restTotal > 0);
  const fifthOf = fifthOfScore(withRest.map((count) => ({ score: restShare(count), n: count.n })));
  const byFifth = Array.from({ length: FIFTHS }, (_, fifth) =>
    withRest.filter((count) => fifthOf(restShare(count)) === fifth),
  );
  const hasCurve = countOf(withRest) >= NEEDED.curve;
  const pairs = withRest.map((count) => ({ x: count.isCorrect ? 1 : 0, y: restShare(count), n: count.n }));
  return {
    n,
    difficulty: shareEstimate(countOf(counts.filter(({ isCorrect }) => isCorrect)), n),
    discrimination: correlation(pairs),
    fifths: byFifth.map(countOf),
    curve: hasCurve ? curveOf(byFifth, ({ isCorrect }) => isCorrect) : null,
    options: options.map(({ id, isKey }): OptionFigures => {
      const takes = ({ chosen }: ResponseCount) => chosen.includes(id);
      const rate = shareEstimate(countOf(counts.filter(takes)), n);
      return { id, isKey, rate, curve: hasCurve ? curveOf(byFifth, takes) : null };
    }),
    medianSeconds: medianTime(times),
  };
}
