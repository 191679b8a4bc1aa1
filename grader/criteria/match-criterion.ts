import type { CriterionReading } from '../probes/measure-criterion';
import { standsFor } from '../text/numbers';
import type { Idea, PreparedCriterion } from './prepare-exercise';
import type { Passage } from './read-passages';

/** How well one passage fits one criterion. */
export interface PassageMatch {
  readonly passage: Passage;
  readonly terms: number;
  readonly concepts: readonly number[];
  readonly figures: number;
  readonly derived: number;
  readonly fit: number;
}

/** What the answer holds on one criterion. */
export interface CriterionMatch {
  readonly prepared: PreparedCriterion;
  readonly best: PassageMatch | null;
  readonly ranked: readonly PassageMatch[];
  /** Share of the matched weight in sentences that set something aside. */
  readonly denied: number;
  /** What the authored probes find. */
  readonly reading: CriterionReading;
  readonly features: readonly number[];
}

/** Weighted share of an idea's keys that a passage holds. */
export function share(idea: Idea, keys: ReadonlySet<string>): number {
  if (idea.total === 0) return 0;
  let sum = 0;
  for (const [key, weight] of idea.weights) if (keys.has(key)) sum += weight;
  return sum / idea.total;
}

/** A case and its limit, or a condition of reversal, fit where the criterion asks for one. */
function kindFit(prepared: PreparedCriterion, passage: Passage): number {
  const reversal = prepared.wantsReversal && passage.cues.reversal > 0 && passage.cues.condition > 0 ? 0.25 : 0;
  const limit = prepared.wantsCase && passage.hasCase ? (passage.cues.limit > 0 ? 0.25 : 0.15) : 0;
  return reversal + limit;
}

/** Compares one passage with one criterion. Longer passages must earn their length. */
export function matchPassage(prepared: PreparedCriterion, passage: Passage): PassageMatch {
  const terms = share(prepared.terms, passage.keys);
  const concepts = prepared.concepts.map((concept) => share(concept, passage.keys));
  const hit = (isDerived: boolean) =>
    prepared.figures.filter(
      (figure) => figure.isDerived === isDerived && passage.numbers.some((number) => standsFor(number, figure.value)),
    ).length;
  const derived = hit(true);
  const figures = hit(false);
  const said = concepts.reduce((sum, value) => sum + (value >= 0.5 ? value : 0), 0) / Math.max(1, concepts.length);
  const fit =
    terms +
    said +
    0.15 * Math.min(2, derived) +
    0.05 * Math.min(2, figures) +
    kindFit(prepared, passage) -
    0.03 * (passage.units.length - 1);
  return { passage, terms, concepts, figures, derived, fit };
}
