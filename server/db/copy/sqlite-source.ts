import 'server-only';
import { existsSync } from 'node:fs';
import { readKeyFile, SECRET_SETTING } from '../../accounts/secret';
import { letOthers } from '../../let-others';
import { DatabaseProblem, sqliteProblem } from '../database-problem';
import type { DatabaseAddress } from '../open-database';
import { openSqlite } from '../sqlite-adapter';
import { type Cell, isOwnTable, quoted, type Row, type Source, type TableShape, toCell } from './shapes';
import { one, openAlone, type SqliteFile } from './sqlite-file';

const SLICE = 500;

function textsOf(file: SqliteFile, sql: string): string[] {
  return file
    .prepare(sql)
    .all([])
    .map((row) => String(Object.values(row ?? {})[0]));
}

export function sqliteShapes(file: SqliteFile): TableShape[] {
  const names = textsOf(file, "select name from sqlite_master where type = 'table' order by name").filter(isOwnTable);
  return names.map((name) => {
    const columns = file
      .prepare('select name, lower(type) as type from pragma_table_info(?) order by name')
      .all([name])
      .map((row) => {
        const found = { name: '', type: '', ...Object(row) };
        return { name: String(found.name), type: String(found.type) };
      });
    return { name, columns };
  });
}

/**
 * The rows of a table. The key that signs cookies lies in a file beside a SQLite database and in the settings of a
 * PostgreSQL one; here it is always a row of the settings, so that a move takes it along.
 */
export async function* sliceRows(
  file: SqliteFile,
  table: TableShape,
  key: string | null,
): AsyncGenerator<readonly Row[]> {
  const { name, columns } = table;
  const isSettings = name === 'settings';
  const where = isSettings ? ` where "key" <> '${SECRET_SETTING}'` : '';
  const sql = `select ${columns.map((column) => quoted(column.name)).join(', ')} from ${quoted(name)}${where}`;
  const read = (row: object): Row => {
    const values = new Map(Object.entries(row));
    return columns.map((column): Cell => toCell(values.get(column.name), column.type));
  };
  let slice: Row[] = isSettings && key !== null ? [read({ key: SECRET_SETTING, value: key })] : [];
  for (const row of file.prepare(sql).iterate([])) {
    slice.push(read(Object(row)));
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
    await letOthers();
  }
  if (slice.length > 0) yield slice;
}

function migrationsOf(file: SqliteFile, path: string): string[] {
  const has = one(file, "select count(*) as n from sqlite_master where name = 'kysely_migration'").n;
  const names = has === 1 ? textsOf(file, 'select name from kysely_migration order by name') : [];
  if (names.length === 0)
    throw new DatabaseProblem(`${path} is a SQLite database, but not one of this course. Check the folder.`);
  return names;
}

type SqliteAddress = Extract<DatabaseAddress, { engine: 'sqlite' }>;

/** A reader's transaction in the write-ahead log: it stops nobody from writing, and sees nothing that they write. */
async function openBeside({ file, driver }: SqliteAddress): Promise<SqliteFile> {
  if (!existsSync(file)) throw new DatabaseProblem(`There is no database at ${file}. Check the folder (--data DIR).`);
  const opened = await openSqlite(file, { driver, isReadOnly: true });
  opened.exec('begin deferred');
  one(opened, 'select count(*) as n from sqlite_master'); // the instant is that of the first read
  return opened;
}

export async function openSqliteSource(address: SqliteAddress, alone: boolean): Promise<Source> {
  try {
    const file = alone ? await openAlone(address.file, address.driver) : await openBeside(address);
    const close = async () => file.close();
    try {
      const migrations = migrationsOf(file, address.file);
      const key = readKeyFile(address.file);
      const rows = (table: TableShape) => sliceRows(file, table, key);
      return { engine: 'sqlite', tables: sqliteShapes(file), migrations, rows, close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    throw sqliteProblem(error, address.file);
  }
}
