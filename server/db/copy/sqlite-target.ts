import 'server-only';
import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keyFile, SECRET_SETTING } from '../../accounts/secret';
import { letOthers } from '../../let-others';
import { isProcessAlive } from '../../process-alive';
import { DatabaseProblem, sqliteProblem } from '../database-problem';
import { migrate } from '../migrate';
import { type DatabaseAddress, openDatabase } from '../open-database';
import { openSqlite } from '../sqlite-adapter';
import { quoted, type Row, type TableShape, type Target, type TargetOptions } from './shapes';
import { one, openAlone, type SqliteFile } from './sqlite-file';
import { sliceRows, sqliteShapes } from './sqlite-source';

type SqliteAddress = Extract<DatabaseAddress, { engine: 'sqlite' }>;

const count = (file: SqliteFile, table: string): unknown => one(file, `select count(*) as n from ${quoted(table)}`).n;

/** Nobody was ever here: neither accounts nor guests. A first start leaves tables and a link, which may go. */
function refuseIfUsed(file: SqliteFile, path: string): void {
  const names = sqliteShapes(file).map((table) => table.name);
  if (names.length > 0 && !names.includes('learners'))
    throw new DatabaseProblem(`${path} is a database of another program. Choose another folder (--data DIR).`);
  if (names.length > 0 && (count(file, 'learners') !== 0 || count(file, 'user') !== 0))
    throw new DatabaseProblem(
      `${path} holds a course with people in it. Choose an empty folder (--data DIR), or add --replace: the old one is then set aside.`,
    );
}

/** Brings everything out of the write-ahead log into the one file. A driver may let go of a closed file late, so nobody is asked to. */
async function gather(file: string, driver: SqliteAddress['driver']): Promise<void> {
  const opened = await openSqlite(file, { driver });
  const { busy } = one(opened, 'pragma wal_checkpoint(TRUNCATE)');
  opened.close();
  const log = `${file}-wal`;
  if (busy !== 0 || (existsSync(log) && statSync(log).size > 0)) throw new Error(`${file} still has a log`);
}

async function migrateFile(address: SqliteAddress, upTo?: string): Promise<string[]> {
  const opened = openDatabase(address);
  try {
    return await migrate(opened, upTo === undefined ? {} : { upTo });
  } finally {
    await opened.close();
  }
}

/** Puts a file in the place of another, which stays reachable under `aside`. At no moment is there none. */
function exchange(fresh: string, place: string, aside: string | null): void {
  if (aside !== null && existsSync(place)) linkSync(place, aside);
  renameSync(fresh, place);
}

class SqliteTarget implements Target {
  readonly tables: readonly TableShape[];
  readonly #address: SqliteAddress;
  readonly #options: TargetOptions;
  /** Kept to ourselves until the exchange, so that no server starts on it meanwhile. */
  readonly #old: SqliteFile | null;
  readonly #work: SqliteAddress;
  #file: SqliteFile;
  #key: string | null = null;

  constructor(
    address: SqliteAddress,
    work: SqliteAddress,
    options: TargetOptions,
    old: SqliteFile | null,
    file: SqliteFile,
  ) {
    this.#address = address;
    this.#work = work;
    this.#options = options;
    this.#old = old;
    this.#file = file;
    this.tables = sqliteShapes(file);
    // References are looked at when all rows are there; what migrations put into fresh tables is in the backup as well.
    file.exec('begin immediate; pragma defer_foreign_keys=ON');
    for (const table of this.tables) file.exec(`delete from ${quoted(table.name)}`);
  }

  async insert(table: TableShape, rows: readonly Row[]): Promise<void> {
    const names = table.columns.map((column) => quoted(column.name));
    const statement = this.#file.prepare(
      `insert into ${quoted(table.name)} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`,
    );
    const keyAt = table.columns.findIndex((column) => column.name === 'key');
    const valueAt = table.columns.findIndex((column) => column.name === 'value');
    for (const row of rows)
      if (table.name === 'settings' && row[keyAt] === SECRET_SETTING) this.#key = String(row[valueAt]);
      else statement.run(row);
    await letOthers();
  }

  async finish(): Promise<void> {
    if (one(this.#file, 'select count(*) as n from pragma_foreign_key_check').n !== 0)
      throw new DatabaseProblem('The backup holds rows that refer to rows it does not hold. Take another backup.');
    this.#file.exec('commit');
  }

  async written() {
    return { tables: this.tables, rows: (table: TableShape) => sliceRows(this.#file, table, this.#key) };
  }

  async putInPlace() {
    this.#file.close();
    const migrations = await migrateFile(this.#work);
    await gather(this.#work.file, this.#work.driver);
    const place = this.#address.file;
    const aside = this.#old && this.#options.replace ? join(dirname(place), `replaced-${this.#options.stamp}`) : null;
    if (aside) mkdirSync(aside, { mode: 0o700 });
    if (this.#key !== null) {
      const fresh = join(dirname(this.#work.file), SECRET_SETTING);
      writeFileSync(fresh, this.#key, { mode: 0o600, flush: true });
      exchange(fresh, keyFile(place), aside && join(aside, SECRET_SETTING));
    }
    exchange(this.#work.file, place, aside && join(aside, 'defensible.db'));
    this.#old?.close();
    rmSync(dirname(this.#work.file), { recursive: true, force: true });
    return { migrations, aside };
  }

  async abandon(): Promise<void> {
    this.#file.close();
    this.#old?.close();
    rmSync(dirname(this.#work.file), { recursive: true, force: true });
  }
}

const WORK = /^\.restoring-(\d+)$/;

/** A folder for the new file, on the disk of the old one. What a killed command left goes. */
function workFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const pid = WORK.exec(name)?.[1];
    if (pid !== undefined && !isProcessAlive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const made = join(folder, `.restoring-${process.pid}`);
  mkdirSync(made, { mode: 0o700 });
  return made;
}

/** Builds the new file in a folder beside the old one, on the same disk. */
export async function openSqliteTarget(address: SqliteAddress, options: TargetOptions): Promise<Target> {
  const { file: place, driver } = address;
  const old = existsSync(place) ? await openAlone(place, driver) : null;
  try {
    if (old && !options.replace) refuseIfUsed(old, place);
    const work = { ...address, file: join(workFolder(dirname(place)), 'defensible.db') };
    try {
      await migrateFile(work, options.upTo);
      return new SqliteTarget(address, work, options, old, await openSqlite(work.file, { driver }));
    } catch (error) {
      rmSync(dirname(work.file), { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    old?.close();
    throw sqliteProblem(error, place);
  }
}
