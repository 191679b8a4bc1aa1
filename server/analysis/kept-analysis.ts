import 'server-only';
import { z } from 'zod';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { letOthers } from '../let-others';
import { logError } from '../log';

/** Figures with when they were counted, or the word that they are being counted for the first time. */
export type Kept<Data> =
  | { readonly status: 'counted'; readonly data: Data; readonly countedAt: number; readonly isRecounting: boolean }
  | { readonly status: 'counting' };

interface Analysis<Schema extends z.ZodType> {
  /** What is counted; with `version`, the key of the kept row. */
  readonly name: string;
  /** Changes with the content: figures of an older course are not shown as those of this one. */
  readonly version: string;
  readonly schema: Schema;
  /** As JSON: the thread that counts writes it, so that the serving one need not. */
  readonly count: () => Promise<string>;
  /** Rests on the content and the grader alone: counted once in a process, and again when either changed. */
  readonly isLasting?: boolean;
}

/** A page waits so long for figures; what takes longer is shown as it last was, or as being counted. */
const PATIENCE_MS = 1_500;
/** Counting takes at most this share of the time: figures that took 10 s stand for 200 s. */
const REST = 20;

/** Another grader comes with another process. */
const STARTED_AT = Date.now();

/** Counts under way, by key: two pages at once count once. Next loads modules more than once, hence globalThis. */
const slot = Symbol.for('defensible.analyses');
const holder: typeof globalThis & { [slot]?: Map<string, Promise<void>> } = globalThis;
function underWay(): Map<string, Promise<void>> {
  holder[slot] ??= new Map();
  return holder[slot];
}

const keyOf = ({ name, version }: { readonly name: string; readonly version: string }) => `${name}/${version}`;

async function countAndKeep<Schema extends z.ZodType>(analysis: Analysis<Schema>): Promise<void> {
  const key = keyOf(analysis);
  const startedAt = performance.now();
  const data = await analysis.count();
  const row = { data, countedAt: Date.now(), milliseconds: Math.round(performance.now() - startedAt) };
  await database()
    .insertInto('analyses')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
  await database().deleteFrom('analyses').where('key', 'like', `${analysis.name}/%`).where('key', '!=', key).execute();
}

/** Resolves when counted, or when a page has waited long enough. A failure is logged; with a page waiting it is thrown. */
async function recount<Schema extends z.ZodType>(analysis: Analysis<Schema>): Promise<void> {
  const [counts, key] = [underWay(), keyOf(analysis)];
  let counting = counts.get(key);
  if (!counting) {
    counting = countAndKeep(analysis).finally(() => counts.delete(key));
    counts.set(key, counting);
    counting.catch((error: unknown) => logError('analysis-failed', error, { key }));
  }
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([counting, enough]).finally(() => clearTimeout(timer));
}

/** When it was counted and how long that took; the figures themselves are long. */
const readHead = (key: string) =>
  database().selectFrom('analyses').select(['countedAt', 'milliseconds']).where('key', '=', key).executeTakeFirst();

/** What was read last, so that opening a page again reads and checks nothing again. */
const MOST_PARSED = 20;
const parsed = new Map<string, { readonly countedAt: number; readonly data: unknown }>();

async function readData<Schema extends z.ZodType>(key: string, schema: Schema, countedAt: number) {
  const before = parsed.get(key);
  if (before?.countedAt === countedAt) return before.data as z.infer<Schema>;
  const row = await database()
    .selectFrom('analyses')
    .select('data')
    .where('key', '=', key)
    .where('countedAt', '=', countedAt)
    .executeTakeFirst();
  if (!row) return null;
  // Figures of a whole course are long: what was written, the text and its check take a turn of the loop each.
  await letOthers();
  const raw = fromJson(row.data, z.unknown());
  await letOthers();
  const data = schema.parse(raw);
  parsed.delete(key);
  parsed.set(key, { countedAt, data });
  if (parsed.size > MOST_PARSED) parsed.delete(parsed.keys().next().value ?? '');
  return data;
}

/** Figures that are at most twenty times as old as counting takes; older ones while they are counted anew. */
export async function keptAnalysis<Schema extends z.ZodType>(
  analysis: Analysis<Schema>,
): Promise<Kept<z.infer<Schema>>> {
  const key = keyOf(analysis);
  const before = await readHead(key);
  const since = analysis.isLasting ? Date.now() - STARTED_AT : REST * (before?.milliseconds ?? 0);
  const isFresh = before !== undefined && Date.now() - before.countedAt < since;
  if (!isFresh) await recount(analysis);
  const row = isFresh ? before : await readHead(key);
  const data = row && (await readData(key, analysis.schema, row.countedAt));
  // No data: counted anew between two reads, and there again with the next look.
  if (!row || data === undefined || data === null) return { status: 'counting' };
  return { status: 'counted', data, countedAt: row.countedAt, isRecounting: underWay().has(key) };
}
