import type { Evidence } from '@/schemas/grade';
import type { ReadText, ReadUnit } from '../text/read-text';
import { type CriterionMatch, type PassageMatch, share } from './match-criterion';

const MOST_SPANS = 3;

function toEvidence(text: string, unit: ReadUnit): Evidence {
  return { start: unit.start, end: unit.end, quote: text.slice(unit.start, unit.end) };
}

/** Share of a concept's words that a sentence must hold to be quoted for it alone. */
const HOLDS_IT = 0.7;

const conceptsOf = (match: PassageMatch) =>
  match.concepts.flatMap((value, index) => (value >= HOLDS_IT ? [index] : []));

/** Units of the best passage that hold something of the criterion; the whole passage where none does alone. */
function tellingUnits(match: CriterionMatch, best: PassageMatch): readonly ReadUnit[] {
  const own = match.ranked.filter(
    ({ passage, terms, derived, figures }) => passage.units.length === 1 && terms + derived + figures > 0.05,
  );
  const units = best.passage.units.filter((unit) => own.some(({ passage }) => passage.units[0] === unit));
  return units.length > 0 ? units : best.passage.units;
}

/**
 * The learner's own words behind a level: the best passage, then the best single sentence that adds an idea which the
 * passage does not hold. Exact slices of the explanation, in the order of the text.
 */
export function selectEvidence(read: ReadText, match: CriterionMatch): Evidence[] {
  const { best, ranked, prepared } = match;
  if (best === null) return [];
  const known = new Set(conceptsOf(best));
  const more = ranked.find(
    (other) =>
      other.passage.units.length === 1 &&
      share(prepared.terms, other.passage.keys) > 0.05 &&
      conceptsOf(other).some((index) => !known.has(index)) &&
      other.passage.units.every((unit) => !best.passage.units.includes(unit)),
  );
  return [...tellingUnits(match, best), ...(more?.passage.units ?? [])]
    .slice(0, MOST_SPANS)
    .toSorted((one, other) => one.start - other.start)
    .map((unit) => toEvidence(read.text, unit));
}
