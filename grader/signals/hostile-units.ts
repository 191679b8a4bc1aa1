import type { ReadText, ReadUnit } from '../text/read-text';
import { isAddressedToGrader } from './addressed-to-grader';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Stretches that hang together whatever stands in them: comments, fenced code, double brackets. */
const OPENERS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['```', '```'],
  ['~~~', '~~~'],
  ['[[', ']]'],
  ['/*', '*/'],
];

/** All closed containers of a text. Found by searching ahead, so that thousands of openers cost no more than one. */
function containersOf(text: string): Span[] {
  return OPENERS.flatMap(([open, close]) => {
    const spans: Span[] = [];
    for (let from = text.indexOf(open); from >= 0; ) {
      const until = text.indexOf(close, from + open.length);
      if (until < 0) break;
      const end = until + close.length;
      spans.push({ start: from, end });
      from = text.indexOf(open, end);
    }
    return spans;
  });
}

/** White space and list marks between a lead-in and what it leads to. */
const LEAD_IN_GAP = 6;

const overlaps = (one: Span, other: Span) => one.start < other.end && one.end > other.start;

/** A sentence that says nothing on the matter: no word of brief or rubric, and no figure unless nearly alone. */
const isAside = (unit: ReadUnit, isOnTopic: (key: string) => boolean) =>
  (unit.numbers.length === 0 || unit.words.length < 4) &&
  !unit.words.some((word) => word.isContent && isOnTopic(word.key));

/** Blocks of which at least half the length is addressed to the grader: what is aside in them belongs to it. */
function hostileBlocks(units: readonly ReadUnit[], hostile: ReadonlySet<ReadUnit>): Set<number> {
  const balance = new Map<number, number>();
  for (const unit of units) {
    const length = (hostile.has(unit) ? 1 : -1) * (unit.end - unit.start);
    balance.set(unit.block, (balance.get(unit.block) ?? 0) + length);
  }
  return new Set([...balance].filter(([, length]) => length >= 0).map(([block]) => block));
}

/** Mostly in an alphabet that this grader cannot read. */
function isForeign(slice: string): boolean {
  const letters = slice.match(/\p{L}/gu) ?? [];
  return (
    letters.length > 3 && letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length > letters.length / 2
  );
}

/** With what leads into them: a heading, or a stretch that ends in a colon or semicolon, right before. */
function withLeadIns({ text, units }: ReadText, hostile: ReadonlySet<ReadUnit>): Set<ReadUnit> {
  const all = new Set(hostile);
  for (let at = units.length - 1; at > 0; at -= 1) {
    const [unit, before] = [units[at], units[at - 1]];
    if (!unit || !before || !all.has(unit) || unit.start - before.end > LEAD_IN_GAP) continue;
    if (before.kind === 'heading' || /[:;]$/.test(text.slice(before.start, before.end))) all.add(before);
  }
  return all;
}

/** Units that speak to whoever grades, with the rest of their comment or code, and what cannot be read at all. */
export function findHostileUnits(
  read: ReadText,
  isOnTopic: (key: string) => boolean,
): { readonly hostile: ReadonlySet<ReadUnit>; readonly foreign: ReadonlySet<ReadUnit> } {
  const { text, units } = read;
  const addressed = new Set(units.filter(({ start, end }) => isAddressedToGrader(text.slice(start, end))));
  const spans = containersOf(text).filter(
    (span) =>
      isAddressedToGrader(text.slice(span.start, span.end)) || [...addressed].some((unit) => overlaps(unit, span)),
  );
  const within = units.filter((unit) => addressed.has(unit) || spans.some((span) => overlaps(unit, span)));
  const hostile = withLeadIns(read, new Set(within));
  const blocks = hostile.size === 0 ? new Set<number>() : hostileBlocks(units, hostile);
  const asides = units.filter((unit) => blocks.has(unit.block) && isAside(unit, isOnTopic));
  const foreign = units.filter(({ start, end }) => isForeign(text.slice(start, end)));
  return { hostile: new Set([...hostile, ...asides]), foreign: new Set(foreign) };
}

/** The text with some of its units blanked out; every offset stays. */
export function withoutUnits(text: string, units: Iterable<Span>): string {
  let [kept, from] = ['', 0];
  for (const { start, end } of units) {
    kept += text.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return kept + text.slice(from);
}
