import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { loadCourse } from '@/course/load-course';
import { chooseDatabase, database } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { openDatabase } from '@/server/db/open-database';
import { type App, startApp } from '../support/app';
import { assign } from '../support/assignments';
import { HttpClient } from '../support/http-client';
import { newCohort, newLearner, newStaff } from '../support/people';
import { createDatabase } from '../support/postgres';
import { modelRecord } from '../support/sample-record';

/** Starting, draining, two at once, and a clock that jumps: the built app in processes of its own. */
let dataDir: string;
const apps: App[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-life-'));
});
afterEach(async () => {
  for (const app of apps.splice(0)) await app.kill();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(options: Omit<Parameters<typeof startApp>[0], 'dataDir'> = {}): Promise<App> {
  const app = await startApp({ dataDir, isPrepared: true, ...options });
  apps.push(app);
  return app;
}

async function prepared(databaseUrl?: string) {
  const address = databaseUrl
    ? ({ engine: 'postgres', url: databaseUrl } as const)
    : ({ engine: 'sqlite', file: join(dataDir, 'defensible.db') } as const);
  const opened = openDatabase(address);
  chooseDatabase(opened);
  await migrate(opened);
  return opened;
}

async function body() {
  const record = modelRecord((await loadCourse()).course, 'S01');
  return { scenarioId: 'S01', handIn: { ...record, explanation: `${record.explanation}\n${randomUUID()}` } };
}

/** A hand-in of which the server has the head and half the body. What it returns sends the rest, and fulfils with the status. */
async function halfSent(app: App, client: HttpClient, record: object): Promise<() => Promise<number>> {
  const text = Buffer.from(JSON.stringify(record));
  const sent = request(new URL('/api/submissions', app.baseURL), {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', 'content-length': text.length, origin: app.baseURL },
      ...{ cookie: client.cookie, 'idempotency-key': randomUUID() },
    },
  });
  const status = new Promise<number>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (reply) => resolve(reply.resume().statusCode ?? 0));
  });
  sent.write(text.subarray(0, 40));
  return () => {
    sent.end(text.subarray(40));
    return status;
  };
}

test('asked to end, it finishes what it has begun, takes nothing new and exits with 0 within 30 s', async () => {
  await (await prepared()).close();
  const app = await start();
  const client = new HttpClient(app.baseURL);
  expect((await client.send('POST', '/api/guest', {})).status).toBe(201);
  // Everything is loaded after the first one.
  expect((await client.send('POST', '/api/submissions', await body(), randomUUID())).status).toBe(201);
  const underWay = await Promise.all(Array.from({ length: 4 }, async () => halfSent(app, client, await body())));
  await wait(1_000);
  const asked = performance.now();
  const ended = app.stop();
  await wait(500);
  await expect(fetch(app.baseURL)).rejects.toThrow();
  expect(await Promise.all(underWay.map((finish) => finish()))).toEqual(underWay.map(() => 201));
  expect(await ended).toBe(0);
  expect(performance.now() - asked).toBeLessThan(30_000);
});

test('two processes on one PostgreSQL share sessions, drafts and jobs', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'));
  const opened = await prepared(databaseUrl);
  const cohort = await newCohort();
  const [staff, learner] = [await newStaff(cohort, 'instructor'), await newLearner(cohort)];
  await assign(staff, cohort, { title: 'Told once' });
  const [one, other] = [await start({ databaseUrl }), await start({ databaseUrl })];
  const [here, there] = [one, other].map(({ baseURL }) => new HttpClient(baseURL, learner.headers)) as [
    HttpClient,
    HttpClient,
  ];
  const { handIn } = await body();
  expect((await here.send('PUT', '/api/drafts/S01', { baseVersion: 0, handIn })).status).toBe(200);
  const stale = await there.send('PUT', '/api/drafts/S01', {
    baseVersion: 0,
    handIn: { ...handIn, explanation: 'Other.' },
  });
  expect(stale).toMatchObject({ status: 409, body: { error: { code: 'stale-draft' } } });
  const [key, record] = [randomUUID(), await body()];
  const replies = await Promise.all(
    [here, there].map((client) => client.send('POST', '/api/submissions', record, key)),
  );
  expect(replies.map(({ status }) => status)).toEqual([201, 201]);
  expect(replies[0]?.body.submissionId).toBe(replies[1]?.body.submissionId);
  // Both workers look every 20 s.
  const told = () => database().selectFrom('notices').select('id').where('notice', 'like', '%Told once%').execute();
  for (let seconds = 0; (await told()).length === 0 && seconds < 90; seconds += 1) await wait(1_000);
  expect(await told()).toHaveLength(1);
  await opened.close();
});

test('a clock that jumps a day forwards and back ends no session early, loses no job and runs none twice', async () => {
  const databaseUrl = await createDatabase(inject('postgresUrl'));
  const opened = await prepared(databaseUrl);
  const cohort = await newCohort();
  const learner = await newLearner(cohort);
  const staff = await newStaff(cohort, 'instructor');
  await assign(staff, cohort, { title: 'Told once' });
  for (const jump of ['+1 day', '-1 day']) {
    const app = await start({ databaseUrl, under: ['faketime', '-f', jump.replace(' day', 'd')] });
    const sent = await new HttpClient(app.baseURL, learner.headers).send(
      'POST',
      '/api/submissions',
      await body(),
      randomUUID(),
    );
    expect([jump, sent.status]).toEqual([jump, 201]);
    await wait(25_000);
    await app.kill();
  }
  const told = await database().selectFrom('notices').select('id').where('notice', 'like', '%Told once%').execute();
  expect(told.length).toBe(1);
  const held = await database()
    .selectFrom('jobs')
    .select('key')
    .where('leaseUntil', '>', Date.now() + 60_000)
    .execute();
  expect(held).toEqual([]);
  await opened.close();
});
