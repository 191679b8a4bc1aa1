import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableSum } from '@/schemas/backup';
import { fileProblem } from '@/server/backup/backup-file';
import { summariseBackup } from '@/server/backup/read-backup';
import { restore } from '@/server/backup/restore';
import { writeBackup } from '@/server/backup/write-backup';
import { differingTables } from '@/server/db/copy/row-sum';
import { openSource, sumTables } from '@/server/db/copy/source';
import { DatabaseProblem } from '@/server/db/database-problem';
import { knownMigrations, migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { ENGINES, type Engine, emptyDatabase } from '../support/databases';
import { runScript } from '../support/run-script';

const folder = mkdtempSync(join(tmpdir(), 'defensible-backup-'));
const discards: (() => void)[] = [() => rmSync(folder, { recursive: true, force: true })];
afterAll(() => {
  for (const discard of discards) discard();
});

const freshFile = (): string => join(folder, `${randomUUID()}.jsonl.gz`);
const now = new Date('2026-11-22T08:00:00Z');

async function empty(engine: Engine): Promise<DatabaseAddress> {
  const { address, discard } = await emptyDatabase(engine);
  discards.push(discard);
  return address;
}

async function take(address: DatabaseAddress): Promise<string> {
  const file = freshFile();
  const source = await openSource(address, { alone: false });
  await writeBackup(source, file, { app: 'test', takenAt: now }).finally(() => source.close());
  return file;
}

async function sums(address: DatabaseAddress): Promise<Map<string, TableSum>> {
  const source = await openSource(address, { alone: false });
  return sumTables(source).finally(() => source.close());
}

const into = (file: string, address: DatabaseAddress) =>
  restore(file, address, { replace: false, signOut: false, now });

/** How the commands name a database. */
const placeOf = (address: DatabaseAddress): string =>
  address.engine === 'postgres' ? address.url : dirname(address.file);
const run = (command: string, words: readonly string[], env = {}) =>
  runScript(`server/commands/${command}.ts`, words, env).finished;

/** The words that name it on a command line. */
const named = (address: DatabaseAddress): string[] =>
  address.engine === 'postgres' ? [address.url] : ['--data', placeOf(address)];

/** Restored by the command: a driver in this process may let go of a closed file late, and it would count as in use. */
async function restoredByCommand(file: string, engine: Engine): Promise<DatabaseAddress> {
  const target = await empty(engine);
  expect(await run('restore', ['--from', file, ...named(target)])).toMatchObject({ code: 0, errors: '' });
  return target;
}

/** The sums of a database, by the command, for the same reason. */
async function sumsByCommand(address: DatabaseAddress): Promise<ReadonlyMap<string, TableSum>> {
  const file = freshFile();
  expect(await run('backup', [...named(address), '--to', file])).toMatchObject({ code: 0, errors: '' });
  return (await summariseBackup(file)).sums;
}

/** Guests hand in until so many were acknowledged; then the process is killed. */
async function handIn(address: DatabaseAddress, wanted: number, during: () => Promise<void> = async () => undefined) {
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
async function addAwkwardRows(address: DatabaseAddress): Promise<void> {
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
  const setting = { key: address.engine === 'postgres' ? 'auth-secret' : 'awkward', value: text };
  await opened.db.insertInto('settings').values(setting).execute();
  if (address.engine === 'sqlite') writeFileSync(join(dirname(address.file), 'auth-secret'), 'k'.repeat(43));
  await opened.close();
}

describe.each(ENGINES)('a backup of %s', (engine) => {
  let address: DatabaseAddress;
  let whole: string;
  beforeAll(async () => {
    address = await empty(engine);
    const opened = openDatabase(address);
    await migrate(opened);
    await opened.close();
    await handIn(address, 12);
    await addAwkwardRows(address);
    whole = await take(address);
  });

  test.each(ENGINES)('comes back row for row in %s, the key included', async (other) => {
    const target = await empty(other);
    const { sums: written, migrations } = await into(whole, target);
    expect(migrations).toEqual([]);
    const [before, after] = [await sums(address), await sums(target)];
    expect(differingTables(before, after)).toEqual([]);
    expect(differingTables(before, written)).toEqual([]);
    expect(after.get('submissions')?.rows).toBeGreaterThanOrEqual(12);
    if (target.engine === 'sqlite')
      expect(statSync(join(dirname(target.file), 'auth-secret')).mode & 0o777).toBe(0o600);
    // The tables take part in the next migration, and references hold again.
    const opened = openDatabase(target);
    expect(await migrate(opened)).toEqual([]);
    const orphan = { id: 'x', learnerId: 'nobody', scenarioId: 'S01', startedAt: 1, closedAt: null };
    await expect(
      opened.db
        .insertInto('attempts')
        .values({ ...orphan, number: 1, variant: 0 } as never)
        .execute(),
    ).rejects.toThrow(/foreign key|FOREIGN KEY/);
    await opened.close();
  });

  test('taken while people hand in, it holds whole hand-ins only and one instant', async () => {
    const taken: string[] = [];
    await handIn(address, 3, async () => {
      taken.push(await take(address), await take(address));
    });
    const counts: number[] = [];
    for (const file of taken) {
      const target = await empty(engine);
      await into(file, target);
      const opened = openDatabase(target);
      const rows = await opened.db
        .selectFrom('submissions')
        .leftJoin('grades', 'grades.submissionId', 'submissions.id')
        .select(['submissions.id', 'grades.overall'])
        .execute();
      await opened.close();
      expect(rows.filter((row) => row.overall === null)).toEqual([]);
      counts.push(rows.length);
    }
    expect(counts[1]).toBeGreaterThanOrEqual(counts[0] ?? 0);
  });

  test('killed in the middle leaves nothing under its name, and the next one tidies up', async () => {
    const place = mkdtempSync(join(folder, 'kill-'));
    const words = [...named(address), '--to', join(place, 'it.gz')];
    const { child, finished } = runScript('server/commands/backup.ts', words);
    while (child.exitCode === null && !readdirSync(place).some((name) => name.includes('.part-')))
      await new Promise((done) => setImmediate(done));
    child.kill('SIGKILL');
    await finished;
    expect(existsSync(join(place, 'it.gz'))).toBe(false);
    expect(readdirSync(place)).toHaveLength(1);
    const source = await openSource(address, { alone: false });
    await writeBackup(source, join(place, 'it.gz'), { app: 'test', takenAt: now }).finally(() => source.close());
    expect(readdirSync(place)).toEqual(['it.gz']);
  });

  test('of an older version is brought up to date where it is restored', async () => {
    const old = await empty(engine);
    const opened = openDatabase(old);
    await migrate(opened, { upTo: '0012-look-notes' });
    await sql`insert into "learners" ("id", "createdAt", "lastActiveAt") values ('old', 5, 6)`.execute(opened.db);
    await opened.close();
    const target = await empty(engine);
    const { migrations } = await into(await take(old), target);
    expect(migrations).toEqual(knownMigrations.slice(12));
    const fresh = openDatabase(target);
    const row = await fresh.db.selectFrom('learners').selectAll().where('id', '=', 'old').executeTakeFirst();
    await fresh.close();
    expect(row).toMatchObject({ createdAt: 5, lastActiveAt: 6 });
  });

  test('is refused where people are, unless it is to replace them; the old ones are kept', async () => {
    const target = await restoredByCommand(whole, engine);
    const words = ['--from', whole, ...named(target)];
    const refused = await run('restore', words);
    expect(refused).toMatchObject({ code: 1, output: '' });
    expect(refused.errors).toContain('holds a course with people in it');
    const replaced = await run('restore', [...words, '--replace']);
    expect(replaced).toMatchObject({ code: 0, errors: '' });
    expect(replaced.output).toMatch(/What was there before is in .*replaced[-_]\d{8}_\d{6}/);
    const aside = /is in (.*)\. Remove/.exec(replaced.output)?.[1] ?? '';
    if (target.engine === 'sqlite')
      expect(
        differingTables(
          (await summariseBackup(whole)).sums,
          await sums({ engine: 'sqlite', file: join(aside, 'defensible.db') }),
        ),
      ).toEqual([]);
  });

  test('is not restored into a database that somebody has open', async () => {
    const target = await empty(engine);
    const other = openDatabase(target);
    await migrate(other);
    await other.db.selectFrom('cohorts').select('id').execute();
    const words = ['--from', whole, ...named(target)];
    const refused = await run('restore', words);
    await other.close();
    expect(refused.code).toBe(1);
    expect(refused.errors).toMatch(/has .* open|are connected/);
  });

  test('killed while it is restored, the old database is as it was, and it can be restored again', async () => {
    const target = await restoredByCommand(whole, engine);
    const words = ['--replace', '--from', whole, ...named(target)];
    const { child, finished } = runScript('server/commands/restore.ts', words);
    const began = async () =>
      target.engine === 'sqlite'
        ? readdirSync(dirname(target.file)).some((name) => name.startsWith('.restoring-'))
        : await isRestoring(target.url);
    while (child.exitCode === null && !(await began())) await new Promise((done) => setTimeout(done, 5));
    child.kill('SIGKILL');
    await finished;
    expect(differingTables((await summariseBackup(whole)).sums, await sumsByCommand(target))).toEqual([]);
    const again = await run('restore', words);
    expect(again).toMatchObject({ code: 0, errors: '' });
    if (target.engine === 'sqlite')
      expect(readdirSync(dirname(target.file)).filter((name) => name.startsWith('.restoring-'))).toEqual([]);
    else expect(await isRestoring(target.url)).toBe(false);
  });
});

async function isRestoring(url: string): Promise<boolean> {
  const opened = openDatabase({ engine: 'postgres', url });
  const { rows } = await sql`select 1 from pg_namespace where nspname like 'restore\\_%'`.execute(opened.db);
  await opened.close();
  return rows.length > 0;
}

describe('a backup that is not what was written', () => {
  let whole: string;
  beforeAll(async () => {
    const address = await empty('sqlite');
    const opened = openDatabase(address);
    await migrate(opened);
    await opened.close();
    await addAwkwardRows(address);
    whole = await take(address);
  });

  /** The same backup with other bytes; refused with a sentence, and nothing is made of it. */
  async function refusal(bytes: Uint8Array): Promise<string> {
    const file = freshFile();
    writeFileSync(file, bytes);
    const target = await empty('sqlite');
    const error = await into(file, target).then(
      () => null,
      (problem: unknown) => problem,
    );
    expect(error).toBeInstanceOf(DatabaseProblem);
    expect(existsSync(placeOf(target))).toBe(false);
    return error instanceof Error ? error.message : '';
  }

  test('is whole as it is', async () => {
    expect((await summariseBackup(whole)).sums.get('user')?.rows).toBe(2);
  });

  test('is refused with any of its bytes flipped', async () => {
    const bytes = readFileSync(whole);
    // The ten bytes of the head of gzip say when and where it was packed; some of them mean nothing to a reader.
    for (let at = 10; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      expect(await refusal(flipped), `byte ${at}`).toMatch(/damaged|ends in the middle|not a backup/);
    }
  });

  test('is refused wherever it was cut off', async () => {
    const { size } = statSync(whole);
    for (const length of [0, 1, 5, 20, Math.floor(size / 2), size - 9, size - 1]) {
      const file = freshFile();
      writeFileSync(file, readFileSync(whole));
      truncateSync(file, length);
      expect(await refusal(readFileSync(file)), `${length} bytes`).toMatch(/ends in the middle|damaged/);
    }
  });

  test.each([
    [
      'a changed row',
      (text: string) => text.replace('one@example.org', 'eve@example.org'),
      /rows of user are not those/,
    ],
    ['a row less', (text: string) => text.replace(/\n\[[^\n]*two@example[^\n]*/, ''), /rows of user are not those/],
    [
      'a table less',
      (text: string) => text.replace(/\{"table":"webhooks".*\n\{"end":"webhooks".*\n/, ''),
      /lines are not those/,
    ],
    ['no last line', (text: string) => text.replace(/\{"backup".*\n$/, ''), /ends in the middle/],
    ['something after it', (text: string) => `${text}[1]\n`, /follows its last line/],
    [
      'a later version of the course',
      (text: string) => text.replace('0024-', '0099-later","0024-'),
      /newer version of the course/,
    ],
    ['a later format', (text: string) => text.replace('"version":1', '"version":2'), /newer version/],
    ['another file altogether', () => '{"hello":1}\n', /is not a backup of this course/],
  ])('is refused with %s, though it was packed anew', async (_, change, sentence) => {
    const text = gunzipSync(readFileSync(whole)).toString();
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(await refusal(gzipSync(changed))).toMatch(sentence);
  });

  test('is refused where another key is set, and says what to do', async () => {
    const target = await empty('sqlite');
    const words = ['--from', whole, '--data', placeOf(target)];
    const other = { AUTH_SECRET: 'x'.repeat(40) };
    const refused = await run('restore', words, other);
    expect(refused.errors).toMatch(/AUTH_SECRET is set here and is not the key .* add --sign-out/);
    expect(await run('restore', [...words, '--sign-out'], other)).toMatchObject({ code: 0, errors: '' });
  });

  test('a full disk and a missing folder are told as such', () => {
    const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
    expect(String(fileProblem(full, 'there.gz'))).toContain('no space left for there.gz');
    const missing = Object.assign(new Error('open'), { code: 'ENOENT' });
    expect(String(fileProblem(missing, 'there.gz'))).toContain('There is no there.gz');
  });
});

test('a move takes everything to PostgreSQL and back, and refuses while the course is open', async () => {
  const from = await empty('sqlite');
  const opened = openDatabase(from);
  await migrate(opened);
  await addAwkwardRows(from);
  const to = await empty('postgres');
  const refused = await run('move', ['--data', placeOf(from), '--to', placeOf(to)]);
  expect(refused.errors).toContain('has');
  expect(refused.code).toBe(1);
  const live = await run('move', ['--live', '--data', placeOf(from), '--to', placeOf(to)]);
  expect(live).toMatchObject({ code: 0, errors: '' });
  await opened.close();
  const back = await empty('sqlite');
  const returned = await run('move', [placeOf(to), '--to', placeOf(back)]);
  expect(returned).toMatchObject({ code: 0, errors: '' });
  expect(differingTables(await sums(from), await sums(back))).toEqual([]);
  expect(readFileSync(join(placeOf(back), 'auth-secret'), 'utf8')).toBe('k'.repeat(43));
});
