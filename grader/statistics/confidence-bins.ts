import type { Estimate } from '@/schemas/estimate';
import { shareEstimate } from './estimate';
import { mean } from './mean';

/** A judgement with how probable its maker said it was to be right, and whether it was. */
export interface Forecast {
  readonly chance: number;
  readonly isHit: boolean;
}

/** Judgements said with about the same confidence, and how many of them were right. */
export interface ConfidenceBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly hits: number;
  /** Mean of what was said. */
  readonly said: number;
  readonly share: Estimate;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1] as const;

/**
 * A reliability diagram as rows: a bin holds its lower edge, the last its upper too; empty bins are left out. Source:
 * A. H. Murphy, R. L. Winkler, "Reliability of subjective probability forecasts", Applied Statistics 26 (1977), 41-47.
 */
export function confidenceBins(forecasts: readonly Forecast[]): ConfidenceBin[] {
  return EDGES.slice(0, -1).flatMap((from, at) => {
    const to = EDGES[at + 1] ?? 1;
    const own = forecasts.filter(({ chance }) => chance >= from && (chance < to || to === 1));
    if (own.length === 0) return [];
    const hits = own.filter(({ isHit }) => isHit).length;
    const said = mean(own.map(({ chance }) => chance));
    return [{ from, to, n: own.length, hits, said, share: shareEstimate(hits, own.length) }];
  });
}
