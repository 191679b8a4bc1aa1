import { fencedLines } from './guard-lines';

/** A heading with the lines under it, up to the next heading of any level. `line` counts from 1 in the file. */
export interface Section {
  readonly level: number;
  /** As written, without its marks. */
  readonly heading: string;
  readonly line: number;
  readonly body: string;
}

const HEADING = /^(#{1,6})(?:[ \t]+(\S.*)|[ \t]*)$/;
const UNDERLINE = /^(?:={3,}|-{3,})\s*$/;

/** "### C \#" keeps its escaped sign; "## Context ##" loses the closing ones. */
const withoutClosing = (heading: string) => {
  const plain = heading.trimEnd();
  const bare = plain.replace(/#{1,6}$/, '');
  return bare !== plain && bare.endsWith(' ') ? bare.trimEnd() : plain;
};

function headingAt(lines: readonly string[], at: number, fenced: readonly boolean[]) {
  if (fenced[at]) return null;
  const line = lines[at] ?? '';
  const marked = HEADING.exec(line);
  if (marked) return { level: marked[1]?.length ?? 1, heading: withoutClosing(marked[2] ?? ''), lines: 1 };
  const next = lines[at + 1] ?? '';
  const isUnderlined = UNDERLINE.test(next) && !fenced[at + 1] && /^[\p{L}\d]/u.test(line) && !line.includes('|');
  const isFirstOfBlock = (lines[at - 1] ?? '').trim() === '';
  return isUnderlined && isFirstOfBlock
    ? { level: next.startsWith('=') ? 1 : 2, heading: line.trim(), lines: 2 }
    : null;
}

/** A file cut at its headings; what stands before the first one is a section of level 0 without a heading. */
export function readSections(text: string, firstLine: number): Section[] {
  const lines = text.split('\n');
  const fenced = fencedLines(lines);
  const sections: { level: number; heading: string; line: number; body: string[] }[] = [
    { level: 0, heading: '', line: firstLine, body: [] },
  ];
  for (let at = 0; at < lines.length; at += 1) {
    const found = headingAt(lines, at, fenced);
    if (found) {
      sections.push({ level: found.level, heading: found.heading, line: firstLine + at, body: [] });
      at += found.lines - 1;
    } else sections.at(-1)?.body.push(lines[at] ?? '');
  }
  return sections.map(({ body, ...rest }) => ({ ...rest, body: body.join('\n').replace(/^\n+/, '').trimEnd() }));
}

const BULLET = /^(?:[*+-]|\d{1,3}[.)])\s+(.*)$/;
const LABEL = /^(?:[*+-]|\d{1,3}[.)])\s*$/;

/** The items of a list that starts at the margin; `rest` is what belongs to none. */
export function readItems(body: string): { readonly items: readonly string[]; readonly rest: string } {
  const items: string[][] = [];
  const rest: string[] = [];
  const lines = body.split('\n');
  const fenced = fencedLines(lines);
  let isOpen = false;
  for (const [at, line] of lines.entries()) {
    const bullet = fenced[at] ? null : BULLET.exec(line);
    if (bullet || (!fenced[at] && LABEL.test(line))) {
      items.push([bullet?.[1] ?? '']);
      isOpen = true;
    } else if (isOpen && (line.trim() === '' || /^\s/.test(line))) items.at(-1)?.push(line.replace(/^ {1,2}/, ''));
    else {
      isOpen = false;
      rest.push(line);
    }
  }
  return { items: items.map((item) => item.join('\n').trimEnd()), rest: rest.join('\n').trim() };
}
