import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { createAccounts } from '@/server/accounts/accounts';
import { loadSecret } from '@/server/accounts/secret';
import { inTransaction } from '@/server/db/database';
import { DatabaseProblem, sqliteProblem } from '@/server/db/database-problem';
import { migrate, pendingMigrations } from '@/server/db/migrate';
import { openDatabase } from '@/server/db/open-database';
import { openSqlite } from '@/server/db/sqlite-adapter';
import { BadSetting, readEnv } from '@/server/env';
import { ENGINES, emptyDatabase, freshDatabase } from '../support/databases';
import { runScript } from '../support/run-script';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'defensible-db-'));
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const drivers = [...(process.getBuiltinModule?.('node:sqlite') ? ['builtin' as const] : []), 'libsql' as const];

describe.each(drivers)('the SQLite adapter over %s', (driver) => {
  async function table() {
    const database = await openSqlite(join(folder(), 'x.db'), { driver });
    database.prepare('create table t (a, b)').run([]);
    return {
      database,
      insert: database.prepare('insert into t values (?, ?)'),
      select: database.prepare('select a, b from t'),
    };
  }

  test('booleans become 0 and 1, undefined becomes NULL, rows are plain objects', async () => {
    const { insert, select, database } = await table();
    insert.run([true, undefined]);
    const [row] = select.all([]);
    expect(row).toEqual({ a: 1, b: null });
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
    expect([...select.iterate([])]).toEqual([{ a: 1, b: null }]);
    database.close();
  });

  test.each([
    ['text with NUL', 'a\0b', 'NUL'],
    ['a Date', new Date(), 'cannot store a Date'],
    ['an object', { a: 1 }, 'cannot store a Object'],
    ['an array', [1], 'cannot store a Array'],
    ['an integer beyond 2^53', 2n ** 53n + 1n, 'beyond 2^53'],
    ['a negative one', -(2n ** 53n), 'beyond 2^53'],
    ['NaN', Number.NaN, 'finite'],
    ['infinity', Number.POSITIVE_INFINITY, 'finite'],
  ])('%s is refused before it reaches the driver', async (_name, value, sentence) => {
    const { insert, select, database } = await table();
    expect(() => insert.run([value, 1])).toThrow(sentence);
    expect(select.all([])).toEqual([]);
    database.close();
  });

  test('times, large safe integers and text come back as they were', async () => {
    const { insert, select, database } = await table();
    insert.run([Date.now(), 'ü🦀\r\n']);
    insert.run([Number.MAX_SAFE_INTEGER, '']);
    expect(select.all([])).toEqual([
      { a: expect.any(Number), b: 'ü🦀\r\n' },
      { a: Number.MAX_SAFE_INTEGER, b: '' },
    ]);
    database.close();
  });

  test('writes are durable and transactions begin immediately', async () => {
    const file = join(folder(), 'x.db');
    const [one, other] = [await openSqlite(file, { driver }), await openSqlite(file, { driver, busyTimeoutMs: 0 })];
    expect(one.prepare('pragma synchronous').all([])).toEqual([{ synchronous: 2 }]);
    expect(one.prepare('pragma journal_mode').all([])).toEqual([{ journal_mode: 'wal' }]);
    expect(one.prepare('pragma foreign_keys').all([])).toEqual([{ foreign_keys: 1 }]);
    one.prepare('begin').run([]);
    expect(() => other.prepare('begin').run([])).toThrow(/locked/);
    one.prepare('rollback').run([]);
    one.close();
    other.close();
  });
});

/** Names as they are stored: none ever changes, and a new one goes to the end. */
const MIGRATIONS = [
  '0001-first-tables',
  '0002-opinions',
  '0003-paths-and-placement',
  '0004-predictions',
  '0005-attempt-variants',
  '0006-twist-rounds',
  '0007-recall-cards',
  '0008-decisions',
  '0009-problem-reports',
  '0010-rebuttals',
  '0011-certificates',
  '0012-look-notes',
  '0013-teams',
  '0014-people',
  '0015-assignments',
  '0016-dashboard',
  '0017-reviews',
  '0018-analysis',
  '0019-accounts',
  '0020-appeals',
  '0021-live-rounds',
  '0022-previews',
  '0023-learner-writes',
  '0024-retention',
  '0025-letters',
  '0026-client-time',
  '0027-growth-indexes',
];

describe.each(ENGINES)('migrations on %s', (engine) => {
  test('run once, and again without effect', async () => {
    const { address, discard } = await emptyDatabase(engine);
    const opened = openDatabase(address);
    expect(await migrate(opened)).toEqual(MIGRATIONS);
    expect(await migrate(opened)).toEqual([]);
    expect(await pendingMigrations(opened)).toEqual([]);
    await opened.close();
    discard();
  });

  test('three processes starting together migrate once and all go on', async () => {
    const { address, discard } = await emptyDatabase(engine);
    const runs = [1, 2, 3].map(() => runScript('tests/support/scripts/migrate.ts', [JSON.stringify(address)]).finished);
    const results = await Promise.all(runs);
    expect(results.map((result) => result.code)).toEqual([0, 0, 0]);
    expect(results.flatMap((result) => JSON.parse(result.output))).toEqual(MIGRATIONS);
    discard();
  });

  test('a migration that was killed half-way leaves nothing that stops the next start', async () => {
    const { address, discard } = await emptyDatabase(engine);
    const killed: ChildProcess = runScript('tests/support/scripts/migrate.ts', [JSON.stringify(address), 'hang']).child;
    await new Promise((done) => killed.stdout?.once('data', done));
    killed.kill('SIGKILL');
    const opened = openDatabase(address);
    expect(await migrate(opened)).toEqual(MIGRATIONS);
    await opened.close();
    discard();
  });

  test('a database of a newer version is refused with a sentence', async () => {
    const opened = await freshDatabase(engine);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(
      opened.db,
    );
    await expect(migrate(opened)).rejects.toThrow('written by a newer version');
    await opened.discard();
  });

  test('the account library finds every table and column that it wants', async () => {
    const opened = await freshDatabase(engine);
    const accounts = createAccounts({ opened, baseUrl: 'http://localhost', secret: 'x'.repeat(32) });
    const { toBeCreated, toBeAdded } = await getMigrations(accounts.options);
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
    await opened.discard();
  });

  test('count, sum and bigint come back as numbers', async () => {
    const opened = await freshDatabase(engine);
    const now = Date.now();
    await opened.db.insertInto('cohorts').values({ id: 'a-cohort', name: 'Some', createdAt: now }).execute();
    const row = await opened.db
      .selectFrom('cohorts')
      .select((eb) => [eb.fn.countAll().as('count'), eb.fn.max('createdAt').as('latest')])
      .executeTakeFirst();
    expect(row).toEqual({ count: 2, latest: expect.any(Number) });
    await opened.discard();
  });

  test('a transaction that throws leaves nothing behind', async () => {
    const opened = await freshDatabase(engine);
    const work = inTransaction(async (tx) => {
      await tx.insertInto('cohorts').values({ id: 'half-done', name: 'Half', createdAt: 1 }).execute();
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    const rows = await opened.db.selectFrom('cohorts').select('id').execute();
    expect(rows.map((row) => row.id)).toEqual(['self-paced']);
    await opened.discard();
  });

  test('the key that signs cookies is made once, by whichever process comes first', async () => {
    const opened = await freshDatabase(engine);
    const secrets = await Promise.all([loadSecret(opened), loadSecret(opened)]);
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toHaveLength(43);
    if (opened.address.engine === 'sqlite')
      expect(statSync(join(dirname(opened.address.file), 'auth-secret')).mode & 0o777).toBe(0o600);
    await opened.discard();
  });
});

describe('a start that cannot succeed says why and what to do', () => {
  const prepareWith = (env: Record<string, string>) => runScript('server/commands/prepare.ts', [], env).finished;

  test('a file that is not a database', async () => {
    const data = folder();
    writeFileSync(join(data, 'defensible.db'), 'not a database at all, but a text of some length. '.repeat(100));
    const { code, errors } = await prepareWith({ DATA_DIR: data });
    expect(code).toBe(1);
    expect(errors).toContain(join(data, 'defensible.db'));
    expect(errors).toMatch(/damaged.*npm run restore/s);
    expect(errors).not.toContain('    at ');
  });

  test('a database damaged in its middle', async () => {
    const data = folder();
    expect((await prepareWith({ DATA_DIR: data })).code).toBe(0);
    const file = join(data, 'defensible.db');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 3, 4096 * 6);
    writeFileSync(file, bytes);
    const { code, errors } = await prepareWith({ DATA_DIR: data });
    expect({ code, isNamed: errors.includes(file) }).toEqual({ code: 1, isNamed: true });
  });

  test('a data folder that cannot be written', async () => {
    const parent = folder();
    writeFileSync(join(parent, 'taken'), 'a file where a folder should be');
    const { code, errors } = await prepareWith({ DATA_DIR: join(parent, 'taken') });
    expect(code).toBe(1);
    expect(errors).toMatch(/taken.*DATA_DIR/s);
    mkdirSync(join(parent, 'locked'), { mode: 0o500 });
    // The superuser may write anywhere, so there is nothing to refuse.
    if (process.getuid?.() === 0) return;
    const locked = await prepareWith({ DATA_DIR: join(parent, 'locked') });
    expect(locked).toMatchObject({ code: 1, errors: expect.stringMatching(/permission/) });
  });

  test('a PostgreSQL that does not answer', async () => {
    const { code, errors } = await prepareWith({ DATABASE_URL: 'postgres://ada:secret-word@127.0.0.1:1/course' });
    expect(code).toBe(1);
    expect(errors).toContain('No PostgreSQL answers at 127.0.0.1:1. Start it or correct DATABASE_URL.');
    expect(errors).not.toContain('secret-word');
  });

  test('the first start prints a link for the first instructor, until there is one', async () => {
    const data = folder();
    const { output } = await prepareWith({ DATA_DIR: data, BASE_URL: 'https://course.example.org' });
    expect(output).toMatch(/Instructor link \(works once\): https:\/\/course\.example\.org\/claim\/[\w-]{43}\n/);
  });

  test('bad settings are all named, secrets are not repeated', () => {
    const bad = {
      PORT: 'abc',
      BASE_URL: 'course.example.org',
      AUTH_SECRET: 'short-secret',
      DATABASE_URL: 'mysql://u:pw@h/d',
    };
    expect(() => readEnv(bad)).toThrow(BadSetting);
    expect(() => readEnv(bad)).toThrow(
      /PORT is "abc"[\s\S]*DATABASE_URL cannot be used[\s\S]*BASE_URL is[\s\S]*AUTH_SECRET cannot be used/,
    );
    expect(() => readEnv(bad)).not.toThrow(/short-secret|pw@/);
    expect(readEnv({ PORT: '', BASE_URL: 'https://a.example' }).port).toBe(3000);
  });

  test('a known problem is told from an unknown one', async () => {
    const unknown = new Error('something else');
    expect(sqliteProblem(unknown, 'x.db')).toBe(unknown);
    expect(sqliteProblem(new Error('database disk image is malformed'), 'x.db')).toBeInstanceOf(DatabaseProblem);
  });
});
