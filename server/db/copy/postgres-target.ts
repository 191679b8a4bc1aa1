import 'server-only';
import type pg from 'pg';
import { DatabaseProblem, postgresProblem } from '../database-problem';
import { migrate } from '../migrate';
import { openDatabase } from '../open-database';
import { openPool } from '../postgres';
import { nameOf, postgresMigrations, postgresShapes, refuseOthers, sliceRows } from './postgres-source';
import { quoted, type Row, type TableShape, type Target, type TargetOptions, toPostgres } from './shapes';

/** Parameters of one statement hold a column each, so its number of rows is a matter of memory only. */
async function insertRows(client: pg.ClientBase, { name, columns }: TableShape, rows: readonly Row[]): Promise<void> {
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const lists = columns.map((column, at) => `$${at + 1}::${column.type}[]`).join(', ');
  const values = columns.map((column, at) => rows.map((row) => toPostgres(row[at] ?? null, column.type)));
  await client.query(`insert into ${quoted(name)} (${names}) select * from unnest(${lists})`, values);
}

async function hasPeople(client: pg.ClientBase): Promise<boolean> {
  if ((await postgresMigrations(client)).length === 0) return false;
  const { rows } = await client.query<{ people: number }>(
    'select (select count(*) from learners) + (select count(*) from "user") as people',
  );
  return (rows[0]?.people ?? 0) > 0;
}

interface Reference {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** Takes all references away, and answers with them: in no order of tables would each row find what it refers to. */
async function dropReferences(client: pg.ClientBase): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `select c.relname as "table", k.conname as "name", pg_get_constraintdef(k.oid) as "definition"
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`,
  );
  for (const { table, name } of rows)
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  return rows;
}

const withSearchPath = (url: string, schema: string): string => {
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${schema}`);
  return own.href;
};

class PostgresTarget implements Target {
  readonly tables: readonly TableShape[];
  readonly #connection: Connection;
  readonly #references: readonly Reference[];

  constructor(connection: Connection, tables: readonly TableShape[], references: readonly Reference[]) {
    this.#connection = connection;
    this.tables = tables;
    this.#references = references;
  }

  insert(table: TableShape, rows: readonly Row[]): Promise<void> {
    return insertRows(this.#connection.client, table, rows);
  }

  async finish(): Promise<void> {
    const { client } = this.#connection;
    try {
      for (const { table, name, definition } of this.#references)
        await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error;
      throw new DatabaseProblem('The backup holds rows that refer to rows it does not hold. Take another backup.', {
        cause: error,
      });
    }
    await client.query('commit');
    await client.query('analyze');
  }

  async written() {
    const { client } = this.#connection;
    await client.query('begin read only');
    return { tables: this.tables, rows: (table: TableShape) => sliceRows(client, table) };
  }

  async putInPlace() {
    const { client, url, home, schema, options } = this.#connection;
    await client.query('commit');
    const migrations = await migrateSchema(url, schema);
    await client.query('begin');
    const aside = await setAside(client, home, options);
    const { rows } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relkind = 'r' and relnamespace = $1::regnamespace",
      [schema],
    );
    for (const { name } of rows) await client.query(`alter table ${schema}.${quoted(name)} set schema ${quoted(home)}`);
    await client.query(`drop schema ${schema}`);
    await client.query('commit');
    await close(this.#connection);
    return { migrations, aside };
  }

  async abandon(): Promise<void> {
    const { client, schema } = this.#connection;
    await client.query('rollback');
    await client.query(`drop schema if exists ${schema} cascade`);
    await close(this.#connection);
  }
}

interface Connection {
  readonly pool: pg.Pool;
  readonly client: pg.PoolClient;
  readonly url: string;
  /** Where the tables of the course stand, `public` as a rule. */
  readonly home: string;
  /** Where they are built. */
  readonly schema: string;
  readonly options: TargetOptions;
}

async function close({ client, pool }: Pick<Connection, 'client' | 'pool'>): Promise<void> {
  client.release(true);
  await pool.end();
}

async function migrateSchema(url: string, schema: string, upTo?: string): Promise<string[]> {
  const opened = openDatabase({ engine: 'postgres', url: withSearchPath(url, schema) });
  try {
    return await migrate(opened, upTo === undefined ? { schema } : { schema, upTo });
  } finally {
    await opened.close();
  }
}

/** Moves the tables that are there into a schema of their own, or drops those of a database in which nobody ever was. */
async function setAside(
  client: pg.ClientBase,
  home: string,
  { replace, stamp }: TargetOptions,
): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = $1::regnamespace
     and (relname like 'kysely\\_migration%' or relname in (select relname from pg_class where relkind = 'r' and relnamespace = current_schema()::regnamespace))`,
    [home],
  );
  if (rows.length === 0) return null;
  const aside = `replaced_${stamp}`;
  if (replace) await client.query(`create schema ${aside}`);
  for (const { name } of rows)
    await client.query(
      replace
        ? `alter table ${quoted(home)}.${quoted(name)} set schema ${aside}`
        : `drop table ${quoted(home)}.${quoted(name)} cascade`,
    );
  return replace ? `the schema ${aside}` : null;
}

/** What a killed command left: nobody else is connected, so nobody is at it. */
async function dropLeftovers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select nspname as name from pg_namespace where nspname ~ '^restore_[0-9]{8}_[0-9]{6}$'",
  );
  for (const { name } of rows) await client.query(`drop schema ${quoted(name)} cascade`);
}

async function prepareSchema(connection: Connection): Promise<Target> {
  const { client, url, schema, options } = connection;
  try {
    await dropLeftovers(client);
    await client.query(`create schema ${schema}`);
    await migrateSchema(url, schema, options.upTo);
    await client.query(`set search_path to ${schema}`);
    await client.query('begin');
    const tables = await postgresShapes(client);
    const references = await dropReferences(client);
    await client.query(`truncate ${tables.map((table) => quoted(table.name)).join(', ')}`);
    return new PostgresTarget(connection, tables, references);
  } catch (error) {
    await client.query('rollback');
    await client.query(`drop schema if exists ${schema} cascade`);
    throw error;
  }
}

/** Builds the new tables in a schema of their own; one transaction at the end puts them in place. */
export async function openPostgresTarget(url: string, options: TargetOptions): Promise<Target> {
  const pool = openPool(url, () => undefined, 'one');
  try {
    const client = await pool.connect();
    try {
      await refuseOthers(client, nameOf(url));
      if (!options.replace && (await hasPeople(client)))
        throw new DatabaseProblem(
          `The database ${nameOf(url)} holds a course with people in it. Name an empty one, or add --replace: the old tables are then set aside.`,
        );
      const { rows } = await client.query<{ home: string }>('select current_schema() as home');
      const home = rows[0]?.home ?? 'public';
      return await prepareSchema({ pool, client, url, home, schema: `restore_${options.stamp}`, options });
    } catch (error) {
      client.release(true);
      throw error;
    }
  } catch (error) {
    await pool.end();
    throw postgresProblem(error, url);
  }
}
