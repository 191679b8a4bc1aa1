import { randomUUID } from 'node:crypto';
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { PUT as putDraft } from '@/app/api/drafts/[scenarioId]/route';
import { POST as postGuest } from '@/app/api/guest/route';
import { POST as postSubmission } from '@/app/api/submissions/route';
import { GET as getLive } from '@/app/livez/route';
import { GET as getReady } from '@/app/readyz/route';
import { openSqlite } from '@/server/db/sqlite-adapter';
import { isBusy, isStorageFailure } from '@/server/db/storage-failure';
import { freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newGuest, type Person } from '../support/people';
import { expectConsoleError } from '../support/setup';

const ORIGIN = 'http://course.test';

function asked(method: string, person: Person | null, body: unknown, key: string): Request {
  return new Request(`${ORIGIN}/api`, {
    method,
    headers: {
      ...{ 'content-type': 'application/json', host: 'course.test', origin: ORIGIN, 'idempotency-key': key },
      ...(person ? { cookie: person.headers.get('cookie') ?? '' } : {}),
    },
    body: JSON.stringify(body),
  });
}

const handIn = (person: Person, key: string, explanation?: string) =>
  postSubmission(asked('POST', person, { scenarioId: SCENARIO, handIn: handInOf(explanation) }, key), {
    params: Promise.resolve({}),
  });
const save = (person: Person) =>
  putDraft(asked('PUT', person, { baseVersion: 0, handIn: handInOf(randomUUID()) }, randomUUID()), {
    params: Promise.resolve({ scenarioId: SCENARIO }),
  });
const readiness = async () => {
  const reply = await getReady();
  return { status: reply.status, ...(await reply.json()) };
};

/** A sentence that says what happened and where the text is, and when to come back. */
async function expectUnsaved(reply: Response): Promise<void> {
  const { error } = await reply.json();
  expect(error).toMatchObject({
    code: 'storage-unavailable',
    message: expect.stringContaining('still in this browser'),
  });
  expect(reply.status).toBe(503);
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
}

/** While storage fails every write is refused and health says so; afterwards the same hand-in is taken, once. */
async function expectRefusalAndRecovery(person: Person, mend: () => Promise<void>): Promise<void> {
  const key = randomUUID();
  await expectUnsaved(await handIn(person, key));
  await expectUnsaved(await save(person));
  await expectUnsaved(await postGuest(asked('POST', null, {}, key), { params: Promise.resolve({}) }));
  expect(await readiness()).toMatchObject({ status: 'unavailable', checks: { database: 'failed' } });
  expect(getLive().status).toBe(200);
  await mend();
  expect((await handIn(person, key)).status).toBe(201);
  expect((await handIn(person, key)).status).toBe(201);
  expect(await readiness()).toMatchObject({ status: 'ok' });
  expect(expectConsoleError().join()).toContain('storage-failed');
}

describe('where the rows of SQLite are kept', () => {
  let opened: TestDatabase;
  let file: string;
  let person: Person;
  beforeEach(async () => {
    opened = await freshDatabase('sqlite');
    if (opened.address.engine !== 'sqlite') throw new Error('not a file');
    file = opened.address.file;
    await teach();
    person = await newGuest();
  });
  afterEach(() => opened.discard());

  const set = async (pragma: string) => void (await sql.raw(`pragma ${pragma}`).execute(opened.db));

  test('a commit is on the disk before it is acknowledged: synchronous is FULL, and the log is written ahead', async () => {
    const read = async (name: string) =>
      Object.values((await sql.raw<object>(`pragma ${name}`).execute(opened.db)).rows[0] ?? {});
    expect(await read('synchronous')).toEqual([2]);
    expect(await read('journal_mode')).toEqual(['wal']);
    expect(await read('foreign_keys')).toEqual([1]);
  });

  test('a full disk', async () => {
    await sql`create table ballast ("text" text)`.execute(opened.db);
    await set('max_page_count = 1');
    const fill = async (bytes: number) => {
      for (;;) await sql`insert into ballast values (${'x'.repeat(bytes)})`.execute(opened.db);
    };
    expect(isStorageFailure(await fill(3_000).catch((error) => error))).toBe(true);
    // A small row would still find room in a page that is there.
    const [key, text] = [randomUUID(), 'Too long for what is left of a page. '.repeat(200)];
    await expectUnsaved(await handIn(person, key, text));
    expect(getLive().status).toBe(200);
    await set('max_page_count = 1000000');
    expect((await handIn(person, key, text)).status).toBe(201);
    expect(expectConsoleError().join()).toContain('storage-failed');
  });

  test('a database that only reads', async () => {
    await set('query_only = on');
    await expectRefusalAndRecovery(person, () => set('query_only = off'));
  });

  test('a file that another process holds for a moment is waited for, and nothing stands still meanwhile', async () => {
    const other = await openSqlite(file);
    other.exec('begin immediate');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const reply = handIn(person, randomUUID());
    await wait(1_000);
    other.exec('rollback');
    expect((await reply).status).toBe(201);
    delay.disable();
    other.close();
    expect(delay.max / 1e6).toBeLessThan(900);
  });

  test('a file that another process holds for long', async () => {
    const other = await openSqlite(file);
    other.exec('begin immediate');
    const key = randomUUID();
    await expectUnsaved(await handIn(person, key));
    other.exec('rollback');
    other.close();
    expect((await handIn(person, key)).status).toBe(201);
    expect(expectConsoleError().join()).toContain('storage-failed');
  }, 30_000);

  test('a file that is damaged while it is used', async () => {
    await set('wal_checkpoint(truncate)');
    const size = statSync(file).size;
    const handle = openSync(file, 'r+');
    for (let at = 4_096; at < size; at += 4_096) writeSync(handle, Buffer.alloc(4_096, 0x5a), 0, 4_096, at);
    closeSync(handle);
    await set('shrink_memory');
    await expectUnsaved(await handIn(person, randomUUID()));
    expect(await readiness()).toMatchObject({ status: 'unavailable' });
    expect(getLive().status).toBe(200);
    expectConsoleError();
  });
});

describe('where the rows of PostgreSQL are kept', () => {
  test('a server that only reads, and connections that break', async () => {
    const opened = await freshDatabase('postgres');
    if (opened.address.engine !== 'postgres') throw new Error('not a server');
    await teach();
    const person = await newGuest();
    const name = new URL(opened.address.url).pathname.slice(1);
    const owner = new pg.Client({ connectionString: inject('postgresUrl') });
    await owner.connect();
    const breakAll = () =>
      owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
    const readOnly = async (state: 'on' | 'off') => {
      await owner.query(`alter database ${name} set default_transaction_read_only = ${state}`);
      await breakAll();
      // A broken connection is noticed when it is used or idle; either is as good.
      await wait(200);
    };
    await readOnly('on');
    await expectRefusalAndRecovery(person, () => readOnly('off'));
    await owner.end();
    await opened.discard();
  });
});

test('what is no failure of storage is not taken for one', () => {
  expect(isStorageFailure(new Error('UNIQUE constraint failed: jobs.key'))).toBe(false);
  expect(isStorageFailure(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
  expect(isStorageFailure('database is locked')).toBe(false);
  expect(isBusy(new Error('database disk image is malformed'))).toBe(false);
});
