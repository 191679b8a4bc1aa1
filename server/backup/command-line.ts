import 'server-only';
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DatabaseProblem } from '../db/database-problem';
import type { DatabaseAddress } from '../db/open-database';
import { env } from '../env';

const PLACE = /^postgres(ql)?:\/\//;

/** Paths are relative to where the person stands, which npm tells. */
export const fromHere = (path: string): string => (isAbsolute(path) ? path : resolve(env().startedIn, path));

/** A folder of data, or the address of a PostgreSQL database. */
export function toAddress(place: string): DatabaseAddress {
  if (PLACE.test(place)) return { engine: 'postgres', url: place };
  if (place.includes('://'))
    throw new DatabaseProblem(`${place.split(':')[0]} is no database for this course. Use postgres://… or a folder.`);
  return { engine: 'sqlite', file: join(fromHere(place), 'defensible.db'), driver: env().sqliteDriver };
}

/** What the settings name, unless the command line names another. */
export function chosenAddress(data: string | undefined, words: readonly string[]): DatabaseAddress {
  const place = data ?? words[0] ?? env().databaseUrl;
  return toAddress(place ?? env().dataDir);
}

/** Options of a command; anything else is refused with how it is called. */
export function readWords<Flags extends string, Texts extends string>(
  usage: string,
  flags: readonly Flags[],
  texts: readonly Texts[],
): { flags: Record<Flags, boolean>; texts: Partial<Record<Texts, string>>; words: readonly string[] } {
  try {
    const options = Object.fromEntries([
      ...flags.map((name) => [name, { type: 'boolean' as const }]),
      ...texts.map((name) => [name, { type: 'string' as const }]),
    ]);
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length > 1) throw new Error('more than one database was named');
    const given = new Map(Object.entries(values));
    return {
      flags: Object.fromEntries(flags.map((name) => [name, given.get(name) === true])) as Record<Flags, boolean>,
      texts: Object.fromEntries(
        texts.flatMap((name) => (given.has(name) ? [[name, String(given.get(name))]] : [])),
      ) as Partial<Record<Texts, string>>,
      words: positionals,
    };
  } catch (error) {
    throw new DatabaseProblem(`${error instanceof Error ? error.message.split('. ')[0] : error}. Usage: ${usage}`);
  }
}

/** A required option, or how the command is called. */
export function required(value: string | undefined, usage: string): string {
  if (value) return value;
  throw new DatabaseProblem(`Usage: ${usage}`);
}

export const backupName = (now: Date): string =>
  `defensible-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.jsonl.gz`;

/** The file that `--to` means: itself, or one named by the time in a folder. */
export function backupFile(to: string, now: Date): string {
  const path = fromHere(to);
  return to.endsWith('/') || (existsSync(path) && statSync(path).isDirectory()) ? join(path, backupName(now)) : path;
}

const count = (value: number): string => value.toLocaleString('en-GB');

export const sizeOf = (bytes: number): string =>
  bytes < 1_048_576 ? `${count(Math.ceil(bytes / 1024))} KiB` : `${count(Math.round(bytes / 104_857.6) / 10)} MiB`;

/** "31 tables, 12,345 rows". */
export function contentsOf(sums: ReadonlyMap<string, { readonly rows: number }>): string {
  const rows = [...sums.values()].reduce((total, sum) => total + sum.rows, 0);
  return `${count(sums.size)} tables, ${count(rows)} rows`;
}
