import { describe, expect, test } from 'vitest';
import { escapeText, foldLine, writeCalendar } from './ics';

const NOW = Date.UTC(2026, 10, 22, 1, 5, 0);
const entry = {
  uid: 'abc@defensible',
  summary: 'Due: Grüße, “Gateway”; review\\plan 🦀'.repeat(6),
  description: 'First line\nSecond, line\r\nThird\u0007 line',
  at: Date.UTC(2026, 11, 1, 17, 30, 0),
  url: 'https://course.example.org/assignments',
};

/** Reads a calendar by the letter of RFC 5545, and throws where it is broken. */
function readStrictly(text: string): [string, string][] {
  if (!text.endsWith('\r\n')) throw new Error('does not end with CRLF');
  if (/[^\r]\n|\r[^\n]/.test(text)) throw new Error('a line end that is not CRLF');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 octets: ${line}`);
    if (line.includes('\uFFFD')) throw new Error('a character is cut in two');
  }
  const lines = text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  return lines.map((line) => {
    const found = /^([A-Z][A-Z0-9-]*)(?:;[^:]*)?:(.*)$/su.exec(line);
    if (!found) throw new Error(`no property: ${line}`);
    if (/\p{Cc}/u.test(line)) throw new Error('a control character');
    return [found[1] ?? '', found[2] ?? ''];
  });
}
const readText = (text: string) => text.replace(/\\(n|.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('a calendar', () => {
  test('is what RFC 5545 asks for: CRLF, 75 octets, required properties, UTC, stable ids', () => {
    const lines = readStrictly(writeCalendar([entry], NOW));
    expect(lines.slice(0, 3)).toEqual([
      ['BEGIN', 'VCALENDAR'],
      ['VERSION', '2.0'],
      ['PRODID', '-//Defensible//Assignments//EN'],
    ]);
    expect(lines.at(-1)).toEqual(['END', 'VCALENDAR']);
    const event = Object.fromEntries(lines.slice(lines.findIndex(([, value]) => value === 'VEVENT') + 1));
    expect(event).toMatchObject({ UID: entry.uid, DTSTAMP: '20261122T010500Z', DTSTART: '20261201T173000Z' });
    expect(readText(event.SUMMARY ?? '')).toBe(entry.summary);
    expect(readText(event.DESCRIPTION ?? '')).toBe('First line\nSecond, line\nThird line');
  });
  test('nobody can put properties of their own into it by a title', () => {
    const text = writeCalendar([{ ...entry, summary: 'x\r\nATTENDEE:mailto:a@example.org\nEND:VEVENT' }], NOW);
    const names = readStrictly(text).map(([name]) => name);
    expect(names).not.toContain('ATTENDEE');
    expect(names.filter((name) => name === 'END')).toHaveLength(2);
  });
  test('the date moves the entry and keeps its id', () => {
    const moved = readStrictly(writeCalendar([{ ...entry, at: entry.at + 60_000 }], NOW));
    expect(moved).toContainEqual(['UID', entry.uid]);
    expect(moved).toContainEqual(['DTSTART', '20261201T173100Z']);
  });
  test('a line of exactly 75 octets is left whole, and one more octet folds it', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(foldLine(`${'x'.repeat(74)}ü`)).toBe(`${'x'.repeat(74)}\r\n ü`);
  });
  test('backslash, semicolon and comma are escaped', () => {
    expect(escapeText('a\\b;c,d')).toBe('a\\\\b\\;c\\,d');
  });
});
