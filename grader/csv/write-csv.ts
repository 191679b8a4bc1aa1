/**
 * Values that a spreadsheet program would compute or hide begin with one of these (OWASP ASVS 5.0, 1.2.10): = + - @, tab,
 * carriage return, NUL, and the full-width forms that some programs fold onto them.
 */
const LIVE = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;

/** A text that no spreadsheet program takes for a formula: an apostrophe in front says "text". */
export function inertText(text: string): string {
  return LIVE.test(text) ? `'${text}` : text;
}

/** Whether a text would be live in a spreadsheet. */
export function isLive(text: string): boolean {
  return LIVE.test(text);
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  // A number of ours is no text of anybody: -3 stays a number.
  if (typeof value === 'number') return String(value);
  const text = inertText(value);
  return /[",;\r\n\t]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180, CRLF), safe to open in a spreadsheet program; a byte order mark in front says UTF-8 to it. */
export function writeCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}
