import 'server-only';
import type pg from 'pg';
import { DatabaseProblem, postgresProblem } from '../database-problem';
import { openPool } from '../postgres';
import { isOwnTable, quoted, type Row, type Source, type TableShape, toCell } from './shapes';

const SLICE = 1_000;

/** The tables in the schema that comes first on the search path; other schemas may belong to somebody else. */
export async function postgresShapes(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(
    `select c.relname as "table", a.attname as "column", t.typname as "type"
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
     where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
     order by c.relname collate "C", a.attname collate "C"`,
  );
  const tables = new Map<string, { name: string; type: string }[]>();
  for (const { table, column, type } of rows.filter((row) => isOwnTable(row.table)))
    tables.set(table, [...(tables.get(table) ?? []), { name: column, type }]);
  return [...tables].map(([name, columns]) => ({ name, columns }));
}

/** Through a cursor, for the driver would hand over all rows at once. */
export async function* sliceRows(client: pg.ClientBase, { name, columns }: TableShape): AsyncGenerator<readonly Row[]> {
  const list = columns.map((column) => quoted(column.name)).join(', ');
  await client.query(`declare backup_rows no scroll cursor for select ${list} from ${quoted(name)}`);
  try {
    for (;;) {
      const { rows } = await client.query<unknown[]>({ text: `fetch ${SLICE} from backup_rows`, rowMode: 'array' });
      if (rows.length === 0) return;
      yield rows.map((row) => columns.map((column, at) => toCell(row[at], column.type)));
    }
  } finally {
    // Whoever found what they looked for reads no further. A transaction that failed has closed it already.
    await client.query('close backup_rows').catch(() => undefined);
  }
}

export async function postgresMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: string | null }>(
    "select to_regclass(current_schema() || '.kysely_migration') as there",
  );
  if (rows[0]?.there === null) return [];
  const names = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return names.rows.map((row) => row.name);
}

/** Refuses while other programs are connected. The server of the course keeps a connection as long as it runs. */
export async function refuseOthers(client: pg.ClientBase, database: string): Promise<void> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*) as others from pg_stat_activity
     where datname = current_database() and usename is not null and pid <> pg_backend_pid()`,
  );
  const others = rows[0]?.others ?? 0;
  if (others > 0)
    throw new DatabaseProblem(
      `Other programs are connected to the database ${database} (${others}), most likely the running course. ` +
        'Stop it, then run this command again.',
    );
}

/** The name of a database without its password. */
export const nameOf = (url: string): string => `${new URL(url).pathname.slice(1)} at ${new URL(url).host}`;

export async function openPostgresSource(url: string, alone: boolean): Promise<Source> {
  const pool = openPool(url, () => undefined, 'one');
  try {
    const client = await pool.connect();
    const close = async () => {
      client.release(true);
      await pool.end();
    };
    try {
      if (alone) await refuseOthers(client, nameOf(url));
      await client.query('begin isolation level repeatable read read only');
      const migrations = await postgresMigrations(client);
      if (migrations.length === 0)
        throw new DatabaseProblem(`The database ${nameOf(url)} holds no course. Check the address.`);
      const tables = await postgresShapes(client);
      return { engine: 'postgres', tables, migrations, rows: (table) => sliceRows(client, table), close };
    } catch (error) {
      await close();
      throw error;
    }
  } catch (error) {
    throw postgresProblem(error, url);
  }
}
