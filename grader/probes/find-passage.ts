import { type Nearness, NOWHERE, nearness, type ReadWindow } from './nearness';
import type { PreparedCriterionProbes } from './prepare-probes';
import type { ProbeModel } from './probe-model';

/** A passage of the answer and how near it comes to the authored passages of each level. */
export interface NearPassage {
  readonly read: ReadWindow;
  readonly full: Nearness;
  readonly half: Nearness;
  readonly none: Nearness;
}

/** All sentences, pairs and paragraphs, compared with the authored passages of a criterion. */
export function nearPassages(
  criterion: PreparedCriterionProbes,
  reads: readonly ReadWindow[],
  model: ProbeModel,
): NearPassage[] {
  return reads
    .filter(({ window }) => window.kind !== 'clause')
    .map((read) => ({
      read,
      full: nearness(read.laid, criterion.passages.full, model),
      half: nearness(read.laid, criterion.passages.half, model),
      none: nearness(read.laid, criterion.passages.none, model),
    }));
}

/** What a passage is worth for ranking: near to what earns the level, and away from what earns nothing. */
export const worth = ({ full, half, none }: NearPassage): number => Math.max(full.three, half.three) - 0.3 * none.three;

/** The largest of some figure over all passages. */
export const most = (passages: readonly NearPassage[], figure: (passage: NearPassage) => number): number =>
  passages.reduce((top, passage) => Math.max(top, figure(passage)), NOWHERE);

/** The passage of most worth, and the next that does not overlap it. */
export function bestTwo(passages: readonly NearPassage[]): [NearPassage?, NearPassage?] {
  const ranked = passages.toSorted((one, other) => worth(other) - worth(one));
  const [first] = ranked;
  if (!first) return [];
  const { start, end } = first.read.window;
  const next = ranked.find(({ read }) => read.window.end <= start || read.window.start >= end);
  return next ? [first, next] : [first];
}
