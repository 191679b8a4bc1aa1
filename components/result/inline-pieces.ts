/** A stretch of the record with how it is set: its own words, strong words, or a mark of Markdown. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly kind: 'plain' | 'strong' | 'mark';
}

interface Range {
  readonly start: number;
  readonly end: number;
  readonly kind: 'strong' | 'mark';
}

/** Where `**strong words**` and the number signs of a heading stand in the record. Nothing is taken out. */
export function inlineRanges(text: string): Range[] {
  const strong = [...text.matchAll(/\*\*(?=\S)[^*\n]+?(?<=\S)\*\*/g)].flatMap(({ 0: whole, index }): Range[] => {
    const end = index + whole.length;
    return [
      { start: index, end: index + 2, kind: 'mark' },
      { start: index + 2, end: end - 2, kind: 'strong' },
      { start: end - 2, end, kind: 'mark' },
    ];
  });
  const headings = [...text.matchAll(/^#{1,6}[ \t]+/gm)].map(
    ({ 0: whole, index }): Range => ({ start: index, end: index + whole.length, kind: 'mark' }),
  );
  return [...headings, ...strong].sort((one, other) => one.start - other.start);
}

/** Cuts one stretch of the record, which begins at `from`, at the borders of `ranges`. Joined, the pieces give it back. */
export function toPieces(text: string, from: number, ranges: readonly Range[]): Piece[] {
  const to = from + text.length;
  const pieces: Piece[] = [];
  const add = (start: number, end: number, kind: Piece['kind']) => {
    if (end > start) pieces.push({ start, text: text.slice(start - from, end - from), kind });
  };
  let at = from;
  for (const range of ranges) {
    if (range.end <= at || range.start >= to) continue;
    add(at, Math.max(range.start, at), 'plain');
    add(Math.max(range.start, at), Math.min(range.end, to), range.kind);
    at = Math.min(range.end, to);
  }
  add(at, to, 'plain');
  return pieces;
}
