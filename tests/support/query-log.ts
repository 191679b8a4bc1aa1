import { type CompiledQuery, type Kysely, type KyselyPlugin, type RootOperationNode, sql } from 'kysely';
import { chooseDatabase } from '@/server/db/database';
import type { OpenDatabase } from '@/server/db/open-database';
import type { Tables } from '@/server/db/tables';

/** Every statement that ran since the log was begun: its text, how often, and who ran it first. */
export interface LoggedQuery {
  readonly query: CompiledQuery;
  readonly asker: string;
}

/** Makes the opened database the one of this process, and notes each statement of another text once. */
export function logQueries(opened: OpenDatabase): { readonly queries: Map<string, LoggedQuery>; asker: string } {
  const log = { queries: new Map<string, LoggedQuery>(), asker: '' };
  const executor = opened.db.getExecutor();
  const note: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      const query = executor.compileQuery<RootOperationNode>(executor.transformQuery(node, queryId), queryId);
      // Lists of ids have any length: one of each is enough.
      const text = query.sql.replaceAll(/((\?|\$\d+), )+(\?|\$\d+)/g, '?, …');
      if (!log.queries.has(text)) log.queries.set(text, { query, asker: log.asker });
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  chooseDatabase({ ...opened, db: opened.db.withPlugin(note) });
  return log;
}

const isReadOrWrite = (text: string) => /^\s*(with|select|insert|update|delete)\b/i.test(text);

/** The name behind each alias in a statement: plans speak of aliases. */
function tableOf(text: string, alias: string): string {
  const named = new RegExp(`"(\\w+)" as "${alias}"`).exec(text);
  return named?.[1] ?? alias;
}

/** Tables that SQLite would read from end to end to run the statement. */
async function sqliteScans(db: Kysely<Tables>, { sql: text, parameters }: CompiledQuery): Promise<string[]> {
  const explained = { ...sql`select 1`.compile(db), sql: `explain query plan ${text}`, parameters };
  const { rows } = await db.executeQuery<{ detail: string }>(explained as CompiledQuery<{ detail: string }>);
  return rows.flatMap(({ detail }) => {
    const [, alias = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
    return alias ? [tableOf(text, alias)] : [];
  });
}

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Plan[];
}

const readsAll = (plan: Plan) =>
  plan['Node Type'] === 'Seq Scan' || (/^Index (Only )?Scan$/.test(plan['Node Type']) && !plan['Index Cond']);

const scansIn = (plan: Plan): string[] => [
  ...(readsAll(plan) && plan['Relation Name'] ? [plan['Relation Name']] : []),
  ...(plan.Plans ?? []).flatMap(scansIn),
];

/** The same for PostgreSQL, with scans made dear: what it still reads whole has no index to go by. */
async function postgresScans(db: Kysely<Tables>, { sql: text }: CompiledQuery): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    const { rows } = await sql<{ 'QUERY PLAN': readonly { Plan: Plan }[] }>`${sql.raw(
      `explain (generic_plan, format json) ${text}`,
    )}`.execute(tx);
    return rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => scansIn(Plan)));
  });
}

/** The tables of `growing` that a logged statement reads from end to end. */
export async function scansOf(opened: OpenDatabase, query: CompiledQuery, growing: ReadonlySet<string>) {
  if (!isReadOrWrite(query.sql)) return [];
  const scans = await (opened.address.engine === 'sqlite' ? sqliteScans : postgresScans)(opened.db, query);
  return [...new Set(scans)].filter((table) => growing.has(table));
}
