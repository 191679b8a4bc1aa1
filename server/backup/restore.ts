import 'server-only';
import type { BackupHeader, BackupTable, TableSum } from '@/schemas/backup';
import { SECRET_SETTING } from '../accounts/secret';
import { differingTables } from '../db/copy/row-sum';
import type { Row, TableShape, Target } from '../db/copy/shapes';
import { sumTables } from '../db/copy/source';
import { openTarget } from '../db/copy/target';
import { DatabaseProblem } from '../db/database-problem';
import { knownMigrations } from '../db/migrate';
import type { DatabaseAddress } from '../db/open-database';
import { keyInForce, keyPrint } from './key-print';
import { type BackupPart, readBackup } from './read-backup';

export interface RestoreOptions {
  readonly replace: boolean;
  /** Restores although cookies will be signed by another key. */
  readonly signOut: boolean;
  readonly now: Date;
}

export interface Restored {
  readonly header: BackupHeader;
  readonly sums: ReadonlyMap<string, TableSum>;
  /** Migrations that the backup was older than. */
  readonly migrations: readonly string[];
  /** Where the old database lies. */
  readonly aside: string | null;
}

/** The tables that the rows presuppose must be among those that this version can make. */
function refuseUnknownSchema(header: BackupHeader): void {
  if (header.migrations.every((name, at) => knownMigrations[at] === name)) return;
  throw new DatabaseProblem(
    `This backup was taken by a newer version of the course (${header.app}, ${header.migrations.at(-1)}). ` +
      'Install that version or a later one, then restore it there.',
  );
}

function refuseOtherKey(header: BackupHeader, kept: string | null): void {
  const key = keyInForce(kept);
  if (header.keyPrint === null || (key !== null && keyPrint(key) === header.keyPrint)) return;
  const cause = header.hasKey
    ? 'AUTH_SECRET is set here and is not the key that this backup goes with. Unset it, or set the one that was in use'
    : 'The key that this backup goes with is not in it. Set AUTH_SECRET to the one that was in use';
  throw new DatabaseProblem(
    `${cause}; with another one everybody is signed out, and guests lose their work for good. To restore all the same, add --sign-out.`,
  );
}

const stampOf = (now: Date): string => now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_');

/** The table of the target that fits, with its columns in the order of the backup. */
function matching(target: Target, { table, columns }: BackupTable): TableShape {
  const own = target.tables.find((each) => each.name === table);
  const shapes = columns.map((name) => own?.columns.find((column) => column.name === name));
  const found = shapes.filter((shape) => shape !== undefined);
  if (!own || found.length !== columns.length || own.columns.length !== columns.length)
    throw new DatabaseProblem(
      `The table ${table} in this backup has other columns than this version makes. Restore it with the version that took it, and upgrade then.`,
    );
  return { name: table, columns: found };
}

async function fill(target: Target, file: string): Promise<Map<string, TableSum>> {
  const sums = new Map<string, TableSum>();
  for await (const part of readBackup(file)) {
    if (part.kind === 'rows') await target.insert(matching(target, part.table), part.rows);
    if (part.kind === 'sum') sums.set(part.table, part.sum);
  }
  return sums;
}

function keyIn(part: Extract<BackupPart, { kind: 'rows' }>): string | null {
  const at = (row: Row, name: string) => row[part.table.columns.indexOf(name)];
  const row = part.rows.find((each) => at(each, 'key') === SECRET_SETTING);
  return row ? String(at(row, 'value')) : null;
}

/** Everything that must be true before anything is written: the file is whole, its tables and its key are known. */
async function examine(file: string, signOut: boolean): Promise<BackupHeader> {
  let header: BackupHeader | null = null;
  let key: string | null = null;
  for await (const part of readBackup(file)) {
    if (part.kind === 'header') header = part.header;
    if (part.kind === 'rows' && part.table.table === 'settings') key ??= keyIn(part);
  }
  if (!header) throw new DatabaseProblem(`${file} is empty. Name a file that npm run backup wrote.`);
  // Only now: of a damaged file not even the head can be believed.
  refuseUnknownSchema(header);
  if (!signOut) refuseOtherKey(header, key);
  return header;
}

/**
 * Fills an empty database with a backup: out of sight, in the tables that the rows presuppose; compares what can be read
 * there with what the backup says; brings it up to date; and only then puts it in place, in one step.
 */
export async function restore(file: string, address: DatabaseAddress, options: RestoreOptions): Promise<Restored> {
  const header = await examine(file, options.signOut);
  const upTo = header.migrations.at(-1) ?? '';
  const target = await openTarget(address, { upTo, replace: options.replace, stamp: stampOf(options.now) });
  try {
    const sums = await fill(target, file);
    await target.finish();
    const differing = differingTables(sums, await sumTables(await target.written()));
    if (differing.length > 0)
      throw new DatabaseProblem(
        `What was written differs from the backup in ${differing.join(', ')}; nothing was put in place. Try again, and report it if it stays.`,
      );
    const { migrations, aside } = await target.putInPlace();
    return { header, sums, migrations, aside };
  } catch (error) {
    await target.abandon();
    throw error;
  }
}
