import 'server-only';
import { CsvError, parse } from 'csv-parse/sync';
import { MOST_ROSTER_BYTES, MOST_ROSTER_ROWS } from '@/schemas/invite';
import type { Outcome } from '@/schemas/outcome';

/** One line of a list of people, as it was written. */
export interface ListLine {
  readonly line: number;
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

export type ListRefusal = 'too-large' | 'too-many-rows' | 'empty' | 'wrong-columns' | 'unreadable';

type Columns = { readonly email: number; readonly name: number; readonly role: number };
const NAMES = ['email', 'name', 'role'] as const;
/** Far more than the widest list that a spreadsheet program writes of so many people. */
const MOST_CELLS = 30 * MOST_ROSTER_ROWS;
/** Without a heading the columns are taken in this order. */
const USUAL: Columns = { email: 0, name: 1, role: 2 };

/** What people write over the same column. */
const ALIASES = new Map<string, (typeof NAMES)[number]>([
  ['email', 'email'],
  ['e-mail', 'email'],
  ['email address', 'email'],
  ['e-mail address', 'email'],
  ['mail', 'email'],
  ['name', 'name'],
  ['full name', 'name'],
  ['role', 'role'],
]);

/** The sign that stands most often in the first line, outside of quotes. */
function separatorOf(text: string): ',' | ';' | '\t' {
  const first = (text.split(/\r\n|\r|\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => first.split(sign).length;
  const [best] = ([',', ';', '\t'] as const).toSorted((one, other) => count(other) - count(one));
  return best ?? ',';
}

function readColumns(first: readonly string[]): Columns | null | 'none' {
  const cells = first.map((cell) => cell.trim().toLowerCase());
  if (cells.some((cell) => cell.includes('@'))) return cells.length <= NAMES.length ? 'none' : null;
  const known = cells.map((cell) => (cell === '' ? '' : (ALIASES.get(cell) ?? null)));
  const isDoubled = NAMES.some((name) => known.filter((found) => found === name).length > 1);
  if (known.includes(null) || isDoubled || !known.includes('email')) return null;
  return { email: known.indexOf('email'), name: known.indexOf('name'), role: known.indexOf('role') };
}

interface Row {
  readonly record: readonly string[];
  readonly line: number;
}

function parseRows(text: string): Outcome<Row[], 'unreadable', string> {
  const rows: Row[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: separatorOf(text.replace(/^\ufeff/, '')),
      relax_column_count: true,
      // A quotation mark inside a cell that does not begin with one is only a sign.
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 10_000,
      // One more than is allowed, and the heading: enough to see that there are too many.
      to: MOST_ROSTER_ROWS + 2,
      on_record: (record: string[], { lines }) => {
        if (record.some((cell) => cell !== '')) rows.push({ record, line: lines });
        return null;
      },
    });
    return { ok: true, value: rows };
  } catch (error) {
    if (error instanceof CsvError) return { ok: false, reason: 'unreadable', detail: error.message };
    throw error;
  }
}

/**
 * Reads a list of people: comma, semicolon or tab, with or without a heading, a byte order mark and quotes. `detail`
 * says what was found where something else was expected.
 */
export function readList(text: string): Outcome<ListLine[], ListRefusal, string> {
  if (Buffer.byteLength(text) > MOST_ROSTER_BYTES) return { ok: false, reason: 'too-large' };
  // Counted first, because a line of nothing but separators costs the parser most of a second.
  if (text.split(/[,;\t]/, MOST_CELLS + 1).length > MOST_CELLS) return { ok: false, reason: 'wrong-columns' };
  const rows = parseRows(text);
  if (!rows.ok) return rows;
  const [first, ...rest] = rows.value;
  if (!first) return { ok: false, reason: 'empty' };
  const columns = readColumns(first.record);
  if (columns === null) return { ok: false, reason: 'wrong-columns', detail: first.record.join(', ').slice(0, 200) };
  const [lines, at] = columns === 'none' ? [rows.value, USUAL] : [rest, columns];
  if (lines.length === 0) return { ok: false, reason: 'empty' };
  if (lines.length > MOST_ROSTER_ROWS) return { ok: false, reason: 'too-many-rows' };
  return {
    ok: true,
    value: lines.map(({ record, line }) => ({
      line,
      email: record[at.email] ?? '',
      name: record[at.name] ?? '',
      role: (record[at.role] ?? '').toLowerCase(),
    })),
  };
}
