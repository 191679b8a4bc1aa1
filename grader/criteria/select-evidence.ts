import type { Evidence } from '@/schemas/grade';
import type { ReadText, ReadUnit } from '../text/read-text';
import type { CriterionMatch } from './match-criterion';

const MOST_SPANS = 3;

/** A part is quoted where it is said nearly as clearly as the clearest one. */
const NEARLY = 0.6;

/** Fewer words say nothing by themselves. */
const FEWEST_WORDS = 4;

/** Nor does a label, which is a heading or a whole emphasised run such as "**What decided it.**", below this many. */
const FEWEST_IN_LABEL = 6;
const EMPHASISED = /^(\*{1,3}|_{1,3})(?![\s*_])[^*_]*\1[.:;,!?]*$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

const overlaps = (unit: Span, span: Span) => unit.start < span.end && unit.end > span.start;
const wordsIn = (unit: ReadUnit) => unit.words.length + unit.numbers.length;

function isLabel(text: string, unit: ReadUnit): boolean {
  const isMarked = unit.kind === 'heading' || EMPHASISED.test(text.slice(unit.start, unit.end));
  return isMarked && wordsIn(unit) < FEWEST_IN_LABEL;
}

const says = (text: string, unit: ReadUnit) =>
  unit.kind !== 'heading' && wordsIn(unit) >= FEWEST_WORDS && !isLabel(text, unit);

/** Where the criterion is met: the windows of its clearest parts, then the passage nearest to the authored ones. */
function spansOf({ reading, best }: CriterionMatch): Span[] {
  const ranked = reading.parts.toSorted((one, other) => other.said - one.said);
  const top = ranked[0]?.said ?? 0;
  const parts = ranked.flatMap(({ said, window }) => (window && said >= top - NEARLY ? [window] : []));
  const passage = reading.passage ? [reading.passage.read.window] : [];
  return [...parts.slice(0, MOST_SPANS), ...passage, ...(best?.passage.units ?? [])];
}

type Accepts = (text: string, unit: ReadUnit) => boolean;

/** Units under the clearest spans first, as far as they are accepted. */
function pickUnits(read: ReadText, spans: readonly Span[], accepts: Accepts): ReadUnit[] {
  const found = spans.flatMap((span) => read.units.filter((unit) => overlaps(unit, span) && accepts(read.text, unit)));
  return [...new Set(found)].slice(0, MOST_SPANS);
}

/** Labels are quoted only where there is nothing else, and then together with what follows them. */
function labelsWithNext(read: ReadText, spans: readonly Span[]): ReadUnit[] {
  const labels = pickUnits(read, spans, () => true);
  return read.units
    .filter((unit, index) => labels.includes(unit) || labels.some((label) => label === read.units[index - 1]))
    .slice(0, MOST_SPANS);
}

/**
 * The learner's own words behind a level, as exact slices of the explanation in the order of the text: whole sentences,
 * list items or cells, at most three.
 */
export function selectEvidence(read: ReadText, match: CriterionMatch): Evidence[] {
  const spans = spansOf(match);
  const telling = pickUnits(read, spans, says);
  const short = telling.length > 0 ? telling : pickUnits(read, spans, (text, unit) => !isLabel(text, unit));
  const units = short.length > 0 ? short : labelsWithNext(read, spans);
  return units
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end }) => ({ start, end, quote: read.text.slice(start, end) }));
}
