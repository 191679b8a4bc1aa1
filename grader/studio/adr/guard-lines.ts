/**
 * Free text goes into a Markdown file whose headings mean something. A line that would be taken for a heading, for the
 * end of one or for an open fence gets a backslash in front, as Markdown itself asks; reading takes one off again. A line
 * that has some already gets one more, so nothing is lost either way.
 */
const FENCE = /^\s*(`{3,}|~{3,})/;
const PLAIN_MARK = /^\s*\\*(?:#{1,6}(?:\s|$)|`{3}|~{3}|={3,}\s*$|-{3,}\s*$)/;
const GUARDED = /^(\s*)\\(\\*(?:#{1,6}(?:\s|$)|`{3}|~{3}|={3,}\s*$|-{3,}\s*$))/;

/** Which lines stand in a fence of code that is also closed, the fences included. */
export function fencedLines(lines: readonly string[]): boolean[] {
  const inside = lines.map(() => false);
  let open: { at: number; mark: string } | null = null;
  for (const [at, line] of lines.entries()) {
    const mark = FENCE.exec(line)?.[1];
    if (!mark) continue;
    if (open === null) open = { at, mark };
    else if (mark.startsWith(open.mark) && line.trim() === mark) {
      inside.fill(true, open.at, at + 1);
      open = null;
    }
  }
  return inside;
}

function mapOpenLines(text: string, change: (line: string) => string): string {
  const lines = text.split('\n');
  const fenced = fencedLines(lines);
  return lines.map((line, at) => (fenced[at] ? line : change(line))).join('\n');
}

export const guardLines = (text: string) =>
  mapOpenLines(text, (line) => (PLAIN_MARK.test(line) ? line.replace(/^(\s*)/, '$1\\') : line));

export const unguardLines = (text: string) => mapOpenLines(text, (line) => line.replace(GUARDED, '$1$2'));

/** One line inside a heading or a list, with the signs of Markdown taken as they are. */
export const escapeInline = (text: string) => text.replace(/[\\`*_[\]<>|#&]/g, '\\$&');
export const unescapeInline = (text: string) => text.replace(/\\([\\`*_[\]<>|#&])/g, '$1');

/** Text as the file keeps it: one kind of line end, nothing invisible at the ends of lines. */
export const tidy = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
