import 'server-only';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  BackupEndSchema,
  type BackupHeader,
  BackupHeaderSchema,
  type BackupTable,
  BackupTableEndSchema,
  BackupTableSchema,
  type TableSum,
} from '@/schemas/backup';
import { RowSum } from '../db/copy/row-sum';
import type { Row } from '../db/copy/shapes';
import { DatabaseProblem } from '../db/database-problem';
import { readLines } from './backup-file';

const SLICE = 1_000;

/** What a backup holds, in order. Rows come before it is known whether all of it is whole: keep nothing before the end. */
export type BackupPart =
  | { readonly kind: 'header'; readonly header: BackupHeader }
  | { readonly kind: 'rows'; readonly table: BackupTable; readonly rows: readonly Row[] }
  | { readonly kind: 'sum'; readonly table: string; readonly sum: TableSum };

const MarkSchema = z.union([BackupTableSchema, BackupTableEndSchema, BackupEndSchema]);
const RowSchema = z.array(z.union([z.string(), z.number(), z.null()]));

const damaged = (file: string, what: string): DatabaseProblem =>
  new DatabaseProblem(`${file} is damaged: ${what}. Take another backup.`);

function parse(file: string, line: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged(file, `line ${at} cannot be read`);
  }
}

function readHeader(file: string, value: unknown): BackupHeader {
  const header = BackupHeaderSchema.safeParse(value);
  if (header.success) return header.data;
  const isLater = z.looseObject({ defensible: z.literal('backup'), version: z.int().min(2) }).safeParse(value).success;
  if (isLater)
    throw new DatabaseProblem(`${file} was written by a newer version of the course. Use that version to restore it.`);
  throw new DatabaseProblem(`${file} is not a backup of this course. Name a file that npm run backup wrote.`);
}

/** One table at a time, with the sum of the rows that came so far. */
interface Open {
  readonly table: BackupTable;
  readonly sum: RowSum;
  rows: Row[];
}

function readRow(file: string, { table, sum, rows }: Open, line: string, value: unknown, at: number): void {
  const row = RowSchema.safeParse(value);
  if (!row.success || row.data.length !== table.columns.length)
    throw damaged(file, `line ${at} is no row of ${table.table}`);
  sum.add(line);
  rows.push(row.data);
}

function checkSum(file: string, open: Open | null, end: { end: string } & TableSum): TableSum {
  const sum = open?.sum.total();
  if (!open || open.table.table !== end.end || sum?.sum !== end.sum || sum.rows !== end.rows)
    throw damaged(file, `the rows of ${end.end} are not those that were written`);
  return sum;
}

/** Reads a backup from begin to end and compares every hash in it. Throws a sentence at the first thing that is wrong. */
export async function* readBackup(file: string): AsyncGenerator<BackupPart> {
  const hash = createHash('sha256');
  let open: Open | null = null;
  let isComplete = false;
  let at = 0;
  for await (const line of readLines(file)) {
    at += 1;
    if (isComplete) throw damaged(file, 'something follows its last line');
    const value = parse(file, line, at);
    if (at === 1) yield { kind: 'header', header: readHeader(file, value) };
    else if (Array.isArray(value)) {
      if (!open) throw damaged(file, `line ${at} belongs to no table`);
      readRow(file, open, line, value, at);
      if (open.rows.length >= SLICE) {
        yield { kind: 'rows', table: open.table, rows: open.rows };
        open.rows = [];
      }
    } else {
      const mark = MarkSchema.safeParse(value);
      if (!mark.success) throw damaged(file, `line ${at} cannot be read`);
      if ('table' in mark.data) open = { table: mark.data, sum: new RowSum(), rows: [] };
      else if ('end' in mark.data) {
        const sum = checkSum(file, open, mark.data);
        if (open && open.rows.length > 0) yield { kind: 'rows', table: open.table, rows: open.rows };
        yield { kind: 'sum', table: mark.data.end, sum };
        open = null;
      } else if (mark.data.sha256 !== hash.digest('hex'))
        throw damaged(file, 'its lines are not those that were written');
      else {
        isComplete = true;
        continue;
      }
    }
    hash.update(`${line}\n`);
  }
  if (!isComplete)
    throw new DatabaseProblem(
      `${file} ends in the middle: it was cut off while it was written or copied. Take another one.`,
    );
}

export interface BackupSummary {
  readonly header: BackupHeader;
  readonly sums: ReadonlyMap<string, TableSum>;
}

/** Reads all of a backup and says what is in it. */
export async function summariseBackup(file: string): Promise<BackupSummary> {
  const sums = new Map<string, TableSum>();
  let header: BackupHeader | null = null;
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'sum') sums.set(part.table, part.sum);
  }
  if (!header) throw damaged(file, 'it is empty');
  return { header, sums };
}
