import 'server-only';
import type { BackupHeader, TableSum } from '@/schemas/backup';
import { SECRET_SETTING } from '../accounts/secret';
import { RowSum } from '../db/copy/row-sum';
import type { Row, Source, TableShape } from '../db/copy/shapes';
import { writeLines } from './backup-file';
import { keyInForce, keyPrint } from './key-print';
import { type BackupSummary, summariseBackup } from './read-backup';

export interface BackupOptions {
  readonly app: string;
  readonly takenAt: Date;
  /** Leaves out the key that signs cookies: restored, everybody is signed out, and guests for good. */
  readonly withoutKey?: boolean;
}

export interface WrittenBackup extends BackupSummary {
  readonly bytes: number;
}

async function keptKey(source: Source): Promise<string | null> {
  const settings = source.tables.find((table) => table.name === 'settings');
  if (!settings) return null;
  const at = (name: string) => settings.columns.findIndex((column) => column.name === name);
  for await (const rows of source.rows(settings)) {
    const row = rows.find((each) => each[at('key')] === SECRET_SETTING);
    if (row) return String(row[at('value')]);
  }
  return null;
}

async function headerOf(source: Source, options: BackupOptions): Promise<BackupHeader> {
  const kept = await keptKey(source);
  const key = keyInForce(kept);
  return {
    defensible: 'backup',
    version: 1,
    app: options.app,
    takenAt: options.takenAt.toISOString(),
    engine: source.engine,
    migrations: [...source.migrations],
    hasKey: kept !== null && !options.withoutKey,
    keyPrint: key === null ? null : keyPrint(key),
  };
}

/** Which rows of a table go into a backup. */
function chosen(table: TableShape, rows: readonly Row[], { withoutKey }: BackupOptions): readonly Row[] {
  if (!withoutKey || table.name !== 'settings') return rows;
  const at = table.columns.findIndex((column) => column.name === 'key');
  return rows.filter((row) => row[at] !== SECRET_SETTING);
}

async function* linesOf(source: Source, header: BackupHeader, options: BackupOptions, sums: Map<string, TableSum>) {
  yield JSON.stringify(header);
  for (const table of source.tables) {
    yield JSON.stringify({ table: table.name, columns: table.columns.map((column) => column.name) });
    const sum = new RowSum();
    for await (const rows of source.rows(table))
      for (const row of chosen(table, rows, options)) {
        const line = JSON.stringify(row);
        sum.add(line);
        yield line;
      }
    sums.set(table.name, sum.total());
    yield JSON.stringify({ end: table.name, ...sum.total() });
  }
}

/**
 * Writes all rows of a source to a file, and reads the file back before it gets its name. Does not close the source.
 * docs/operations.md says what the lines are.
 */
export async function writeBackup(source: Source, file: string, options: BackupOptions): Promise<WrittenBackup> {
  const header = await headerOf(source, options);
  const sums = new Map<string, TableSum>();
  const end = (sha256: string) => {
    const rows = [...sums.values()].reduce((total, sum) => total + sum.rows, 0);
    return JSON.stringify({ backup: 'complete', tables: sums.size, rows, sha256 });
  };
  const check = async (part: string) => void (await summariseBackup(part));
  const { bytes } = await writeLines(file, linesOf(source, header, options, sums), end, check);
  return { header, sums, bytes };
}
