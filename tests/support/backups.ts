import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect } from 'vitest';
import type { TableSum } from '@/schemas/backup';
import { loadSecret } from '@/server/accounts/secret';
import { summariseBackup } from '@/server/backup/read-backup';
import { restore } from '@/server/backup/restore';
import { writeBackup } from '@/server/backup/write-backup';
import { openSource, sumTables } from '@/server/db/copy/source';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { type Engine, emptyDatabase } from './databases';
import { runScript } from './run-script';

export const folder = mkdtempSync(join(tmpdir(), 'defensible-backup-'));
const discards: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(() => {
  for (const discard of discards) discard();
});

export const freshFile = (): string => join(folder, `${randomUUID()}.jsonl.gz`);
export const now = new Date('2026-11-22T08:00:00Z');

export async function empty(engine: Engine): Promise<DatabaseAddress> {
  const { address, discard } = await emptyDatabase(engine);
  discards.push(discard);
  return address;
}

export async function take(address: DatabaseAddress): Promise<string> {
  const file = freshFile();
  const source = await openSource(address, { alone: false });
  await writeBackup(source, file, { app: 'test', takenAt: now }).finally(() => source.close());
  return file;
}

export async function sums(address: DatabaseAddress): Promise<Map<string, TableSum>> {
  const source = await openSource(address, { alone: false });
  return sumTables(source).finally(() => source.close());
}

export const into = (file: string, address: DatabaseAddress) =>
  restore(file, address, { replace: false, signOut: false, now });

/** How the commands name a database. */
export const placeOf = (address: DatabaseAddress): string =>
  address.engine === 'postgres' ? address.url : dirname(address.file);
export const run = (command: string, words: readonly string[], env = {}) =>
  runScript(`server/commands/${command}.ts`, words, env).finished;

/** The words that name it on a command line. */
export const named = (address: DatabaseAddress): string[] =>
  address.engine === 'postgres' ? [address.url] : ['--data', placeOf(address)];

/** Restored by the command: a driver in this process may let go of a closed file late, and it would count as in use. */
export async function restoredByCommand(file: string, engine: Engine): Promise<DatabaseAddress> {
  const target = await empty(engine);
  expect(await run('restore', ['--from', file, ...named(target)])).toMatchObject({ code: 0, errors: '' });
  return target;
}

/** The sums of a database, by the command, for the same reason. */
export async function sumsByCommand(address: DatabaseAddress): Promise<ReadonlyMap<string, TableSum>> {
  const file = freshFile();
  expect(await run('backup', [...named(address), '--to', file])).toMatchObject({ code: 0, errors: '' });
  return (await summariseBackup(file)).sums;
}

/** Guests hand in until so many were acknowledged; then the process is killed. */
export async function handIn(
  address: DatabaseAddress,
  wanted: number,
  during: () => Promise<void> = async () => undefined,
) {
  const { child, finished } = runScript('tests/support/scripts/submit-stream.ts', [JSON.stringify(address)]);
  let seen = 0;
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString().split('\n').length - 1;
      if (seen >= wanted) resolve();
    });
    void finished.then(({ errors }) => reject(new Error(errors)));
  });
  await during();
  child.kill('SIGKILL');
  await finished;
}

/** Values that a careless format would change. */
export async function addAwkwardRows(address: DatabaseAddress): Promise<void> {
  const opened = openDatabase(address);
  const at = address.engine === 'postgres' ? sql`timestamptz '2026-02-03T04:05:06.789Z'` : '2026-02-03T04:05:06.789Z';
  const [yes, no] = address.engine === 'postgres' ? [true, false] : [1, 0];
  const user = { name: 'Żofia\u2028𝔻\n"\\', image: null, createdAt: at, updatedAt: at };
  const both = [
    { ...user, id: 'one', email: 'one@example.org', emailVerified: yes, isAnonymous: no },
    { ...user, id: 'two', email: 'two@example.org', emailVerified: no, isAnonymous: null },
  ];
  for (const row of both) await opened.db.insertInto('user').values(row).execute();
  const text = JSON.stringify({ half: '\ud800', one: 0.1 + 0.2, many: 2 ** 53 - 1 });
  await opened.db.insertInto('settings').values({ key: 'awkward', value: text }).execute();
  await loadSecret(opened);
  await opened.close();
}

/** A database in which people handed in, with values that a careless format would change, and a backup of it. */
export async function filled(engine: Engine): Promise<{ address: DatabaseAddress; whole: string }> {
  const address = await empty(engine);
  const opened = openDatabase(address);
  await migrate(opened);
  await opened.close();
  await handIn(address, 12);
  await addAwkwardRows(address);
  return { address, whole: await take(address) };
}
