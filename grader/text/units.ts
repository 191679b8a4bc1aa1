/** A stretch of Markdown that says one thing: a sentence, a list item, a heading, a table cell, a line of code. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly kind: 'prose' | 'item' | 'heading' | 'cell' | 'code';
  /** Units of one paragraph, list item or table row share a block. */
  readonly block: number;
}

type Line = { readonly start: number; readonly end: number; readonly kind: Unit['kind']; readonly isFresh: boolean };

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|vs|approx|etc|cf|resp|ca|no|incl|min|max|mr|ms|dr)$/i;

/** What a line is, and where its text begins behind the Markdown marker. */
function readLine(text: string, start: number, end: number, isCode: boolean): Line {
  const line = text.slice(start, end);
  if (isCode) return { start, end, kind: 'code', isFresh: true };
  const heading = /^ {0,3}#{1,6}\s/.exec(line);
  if (heading) return { start: start + heading[0].length, end, kind: 'heading', isFresh: true };
  if (/^\s*\|/.test(line)) return { start, end, kind: 'cell', isFresh: true };
  const item = /^\s*(?:>\s?)*(?:[-*+•–]|\d{1,3}[.)])\s/.exec(line);
  if (item) return { start: start + item[0].length, end, kind: 'item', isFresh: true };
  return { start, end, kind: 'prose', isFresh: false };
}

const isStop = (code: number) => code === 46 || code === 33 || code === 63 || code === 59;

/** Stops that need no space behind them: those of East Asian texts, and the end of a comment. */
const isFullStop = (text: string, at: number) => '。！？'.includes(text.charAt(at)) || text.startsWith('-->', at - 2);

/** Ends of sentences inside a stretch: a stop or semicolon before white space, unless an abbreviation precedes it. */
function sentenceEnds(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  for (let at = start; at < end; at += 1) {
    if (isFullStop(text, at)) ends.push(at + 1);
    if (!isStop(text.charCodeAt(at))) continue;
    let after = at + 1;
    while (after < end && /["')\]*_”’`]/.test(text.charAt(after))) after += 1;
    if (after < end && !/\s/.test(text.charAt(after))) continue;
    if (text.charAt(at) === '.' && ABBREVIATION.test(text.slice(Math.max(start, at - 8), at))) continue;
    ends.push(after);
    at = after - 1;
  }
  return ends.at(-1) === end ? ends : [...ends, end];
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } | null {
  let from = start;
  let to = end;
  while (from < to && /[\s|]/.test(text.charAt(from))) from += 1;
  while (to > from && /[\s|]/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}

function cellEnds(text: string, start: number, end: number): number[] {
  const ends: number[] = [];
  for (let at = start + 1; at < end; at += 1) if (text.charAt(at) === '|') ends.push(at);
  return ends.at(-1) === end ? ends : [...ends, end];
}

const FENCE = /^\s{0,3}(?:```|~~~)/;

/** Lines of the text with their kinds; lines inside code fences are code. A fence that nothing closes opens nothing. */
function readLines(text: string): (Line | null)[] {
  const lines: (Line | null)[] = [];
  let open = text.split('\n').filter((line) => FENCE.test(line)).length;
  let isCode = false;
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    const isFence = FENCE.test(text.slice(start, end));
    if (isFence) {
      open -= 1;
      isCode = !isCode && open > 0;
    }
    const isEmpty = text.slice(start, end).trim() === '' || /^[\s|:*_-]+$/.test(text.slice(start, end));
    lines.push(isFence || isEmpty ? null : readLine(text, start, end, isCode));
    start = end + 1;
  }
  return lines;
}

/** Lines joined into blocks: a prose line continues the paragraph or list item above it. */
function readBlocks(text: string): Line[] {
  const blocks: Line[] = [];
  let isOpen = false;
  for (const line of readLines(text)) {
    const last = blocks.at(-1);
    if (line && isOpen && last && !line.isFresh) blocks[blocks.length - 1] = { ...last, end: line.end };
    else if (line) blocks.push(line);
    isOpen = line !== null && line.kind !== 'heading' && line.kind !== 'cell' && line.kind !== 'code';
  }
  return blocks;
}

/** Splits Markdown into units with exact offsets. Linear in the length of the text. */
export function splitUnits(text: string): Unit[] {
  return readBlocks(text).flatMap((block, index) => {
    const ends =
      block.kind === 'cell' ? cellEnds(text, block.start, block.end) : sentenceEnds(text, block.start, block.end);
    return ends.flatMap((end, at) => {
      const span = trimmed(text, at === 0 ? block.start : (ends[at - 1] ?? block.start), end);
      return span ? [{ ...span, kind: block.kind, block: index }] : [];
    });
  });
}
