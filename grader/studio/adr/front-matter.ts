import type { DecisionRecord } from '@/schemas/decision';
import type { Outcome } from '@/schemas/outcome';
import type { ImportProblem } from './check-text';
import { readDay, statusOf } from './read-fields';

interface FrontMatter {
  readonly facts: Partial<Pick<DecisionRecord, 'status' | 'date' | 'reviewOn' | 'title'>>;
  /** Lines that no field answers to, as they were. */
  readonly rest: string;
  readonly text: string;
  /** The line of the file on which `text` begins, from 1. */
  readonly firstLine: number;
}

const ENTRY = /^([\w-]{1,40}):\s*(.*)$/;
const unquoted = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, '$2');

function readEntry(line: string, facts: FrontMatter['facts']): boolean {
  const [, key = '', raw = ''] = ENTRY.exec(line) ?? [];
  const value = unquoted(raw);
  if (key === 'status') {
    const status = statusOf(value);
    if (status) facts.status = status.status;
    return status?.isWhole ?? false;
  }
  const day = readDay(value);
  if (key === 'date' && day) facts.date = day;
  else if (key === 'review-on' && day) facts.reviewOn = day;
  else if (key === 'title' && value.length > 0 && value.length <= 200) facts.title = value;
  else return false;
  return true;
}

/** Status, dates and title out of a YAML head; all other lines are kept as text. */
export function readFrontMatter(text: string): Outcome<FrontMatter, ImportProblem, string> {
  const lines = text.split('\n');
  const isHead = lines[0]?.trimEnd() === '---' && ENTRY.test(lines[1] ?? '');
  if (!isHead) return { ok: true, value: { facts: {}, rest: '', text, firstLine: 1 } };
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1)
    return {
      ok: false,
      reason: 'front-matter',
      detail:
        'Line 1 opens a head (front matter) with ---, and no later line closes it. Put a line with --- behind the last of its entries.',
    };
  const facts: FrontMatter['facts'] = {};
  const rest = lines.slice(1, end).filter((line) => !readEntry(line, facts));
  const value = { facts, rest: rest.join('\n').trim(), text: lines.slice(end + 1).join('\n'), firstLine: end + 2 };
  return { ok: true, value };
}
