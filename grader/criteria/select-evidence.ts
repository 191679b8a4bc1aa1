import type { Evidence } from '@/schemas/grade';
import type { ReadText, ReadUnit } from '../text/read-text';
import type { CriterionMatch } from './match-criterion';

const MOST_SPANS = 3;

/** A part is quoted where it is said nearly as clearly as the clearest one. */
const NEARLY = 0.6;

/** A label such as "**What decided it.**" says nothing by itself. */
const FEWEST_WORDS = 4;

interface Span {
  readonly start: number;
  readonly end: number;
}

const overlaps = (unit: Span, span: Span) => unit.start < span.end && unit.end > span.start;
const says = (unit: ReadUnit) => unit.kind !== 'heading' && unit.words.length + unit.numbers.length >= FEWEST_WORDS;

/** Where the criterion is met: the windows of its clearest parts, then the passage nearest to the authored ones. */
function spansOf({ reading, best }: CriterionMatch): Span[] {
  const ranked = reading.parts.toSorted((one, other) => other.said - one.said);
  const top = ranked[0]?.said ?? 0;
  const parts = ranked.flatMap(({ said, window }) => (window && said >= top - NEARLY ? [window] : []));
  const passage = reading.passage ? [reading.passage.read.window] : [];
  return [...parts.slice(0, MOST_SPANS), ...passage, ...(best?.passage.units ?? [])];
}

/**
 * The learner's own words behind a level, as exact slices of the explanation in the order of the text: whole sentences,
 * list items or cells, at most three.
 */
export function selectEvidence(read: ReadText, match: CriterionMatch): Evidence[] {
  const units: ReadUnit[] = [];
  const spans = spansOf(match);
  for (const isTelling of [says, () => true]) {
    for (const span of spans)
      for (const unit of read.units)
        if (overlaps(unit, span) && isTelling(unit) && !units.includes(unit) && units.length < MOST_SPANS)
          units.push(unit);
    if (units.length > 0) break;
  }
  return units
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end }) => ({ start, end, quote: read.text.slice(start, end) }));
}
