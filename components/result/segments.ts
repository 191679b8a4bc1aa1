import type { Evidence } from '@/schemas/grade';

/** A quoted stretch and the number of the criterion that it supports. */
export interface Span extends Pick<Evidence, 'start' | 'end'> {
  readonly criterion: number;
}

/** A stretch of text under one and the same set of quotes; `criteria` rises, and is empty between quotes. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly criteria: readonly number[];
  /** Criteria of whose quotes one begins here; the numerals stand at these places. */
  readonly opens: readonly number[];
}

/** A paragraph or heading of the record with its segments; `criteria` are those quoted in it, in reading order. */
export interface Block {
  readonly kind: 'heading' | 'text';
  readonly start: number;
  readonly segments: readonly Segment[];
  readonly criteria: readonly number[];
}

/**
 * Cuts text at every border of a quote, so that overlapping quotes can be drawn without nesting. Offsets are UTF-16
 * code units; a border inside a surrogate pair moves outwards, because half a character cannot be shown. Joined
 * together the segments give the text back.
 */
export function toSegments(text: string, spans: readonly Span[], from = 0, to = text.length): Segment[] {
  const whole = spans.map((span) => withinCharacters(text, span)).filter((span) => span.end > span.start);
  const inside = whole.filter((span) => span.start < to && span.end > from);
  const borders = new Set([
    from,
    to,
    ...inside.flatMap((span) => [Math.max(span.start, from), Math.min(span.end, to)]),
  ]);
  const cuts = [...borders].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? to;
    const covering = inside.filter((span) => span.start <= start && span.end >= end);
    const opening = covering.filter((span) => Math.max(span.start, from) === start);
    return { start, end, text: text.slice(start, end), criteria: numbersOf(covering), opens: numbersOf(opening) };
  });
}

/** The record as a reader sees it: blank lines part paragraphs, lines that begin with # are headings. */
export function toBlocks(text: string, spans: readonly Span[]): Block[] {
  return paragraphsOf(text).map(({ start, end }) => {
    const segments = toSegments(text, spans, start, end);
    const criteria = [...new Set(segments.flatMap((segment) => segment.opens))];
    const isHeading = /^#{1,6}\s/.test(text.slice(start, end));
    return { kind: isHeading ? 'heading' : 'text', start, segments, criteria };
  });
}

function paragraphsOf(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0];
    const start = match.index;
    const end = start + line.trimEnd().length;
    const isHeading = /^#{1,6}\s/.test(line);
    const follows = open !== null && !isHeading && !/\n\s*\n/.test(text.slice(open.end, start + leadingBlank(line)));
    if (line.trim() === '') continue;
    if (open && follows) {
      open.end = end;
    } else {
      open = { start, end };
      found.push(open);
    }
    if (isHeading) open = null;
  }
  return found;
}

const leadingBlank = (line: string) => line.length - line.trimStart().length;

function numbersOf(spans: readonly Span[]): number[] {
  return [...new Set(spans.map((span) => span.criterion))].sort((one, other) => one - other);
}

function withinCharacters(text: string, span: Span): Span {
  const start = isMiddleOfPair(text, span.start) ? span.start - 1 : Math.max(span.start, 0);
  const end = isMiddleOfPair(text, span.end) ? span.end + 1 : Math.min(span.end, text.length);
  return { ...span, start, end };
}

function isMiddleOfPair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
