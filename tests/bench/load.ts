import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { loadCourse } from '@/course/load-course';
import type { HandIn } from '@/schemas/scenario';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, openDatabase } from '@/server/db/open-database';
import { startApp } from '../support/app';
import { HttpClient, type HttpReply } from '../support/http-client';
import { createDatabase, startPostgres } from '../support/postgres';
import { modelRecord } from '../support/sample-record';

/**
 * npm run bench:load [-- people]: a class behind one address hands in at once, to the built app with its limits as
 * shipped, on both engines. Open loop: everybody at a moment fixed beforehand, within 60 s and within 5 s, whatever the
 * server does; time counts from that moment, so a queue is seen. Closed loop: 50 at a time, each after the reply before.
 * The reply comes with the grade stored, so accepted and graded are one moment; where a grade was put off, it is said.
 */
const PEOPLE = Number(process.argv[2] ?? 500);
const AT_ONCE = 50;

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

interface HandedIn {
  readonly key: string;
  readonly submissionId: string | null;
  readonly ms: number;
  readonly status: number;
}

async function handIn(client: HttpClient, record: HandIn, since: number): Promise<HandedIn> {
  const key = randomUUID();
  const handed = { ...record, explanation: `${record.explanation}\n${key}` };
  const reply = await client
    .send('POST', '/api/submissions', { scenarioId: 'S01', handIn: handed }, key)
    .catch((): HttpReply => ({ status: 0, body: {} }));
  return { key, submissionId: reply.body.submissionId ?? null, ms: performance.now() - since, status: reply.status };
}

/** Everybody at a moment of their own, spread evenly over `withinMs`. */
async function openLoop(clients: readonly HttpClient[], record: HandIn, withinMs: number): Promise<HandedIn[]> {
  const start = performance.now() + 200;
  return Promise.all(
    clients.map(async (client, place) => {
      const due = start + (place * withinMs) / clients.length;
      await wait(Math.max(0, due - performance.now()));
      return handIn(client, record, due);
    }),
  );
}

/** A fixed number at a time, each of them as soon as the one before has its reply. */
async function closedLoop(clients: readonly HttpClient[], record: HandIn): Promise<HandedIn[]> {
  const [queue, done]: [HttpClient[], HandedIn[]] = [[...clients], []];
  const next = async () => {
    for (let client = queue.shift(); client; client = queue.shift())
      done.push(await handIn(client, record, performance.now()));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return done;
}

async function report(name: string, address: DatabaseAddress, handed: readonly HandedIn[]): Promise<void> {
  const opened = openDatabase(address);
  const rows = await opened.db
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .select(['submissions.id', 'idempotencyKey', 'overall'])
    .execute();
  await opened.close();
  const stored = new Map(rows.map(({ id, idempotencyKey }) => [idempotencyKey, id]));
  const graded = new Set(rows.flatMap(({ id, overall }) => (overall === null ? [] : [id])));
  const taken = handed.filter(({ status }) => status === 201);
  const times = taken.map(({ ms }) => ms).sort((one, other) => one - other);
  const lost = taken.filter(({ key, submissionId }) => stored.get(key) !== submissionId).length;
  const late = taken.filter(({ submissionId }) => submissionId !== null && !graded.has(submissionId)).length;
  const refused = handed.filter(({ status }) => status !== 201).map(({ status }) => status);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => at(times, share).toFixed(0).padStart(6));
  console.log(
    `${name.padEnd(28)} p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  refused ${refused.length}${refused.length > 0 ? ` (${[...new Set(refused)].join(', ')})` : ''}` +
      `  lost ${lost}  twice ${rows.length - stored.size}  not graded with the reply ${late}`,
  );
}

async function run(engine: 'sqlite' | 'postgres', record: HandIn, databaseUrl?: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'defensible-load-'));
  const address: DatabaseAddress = databaseUrl
    ? { engine: 'postgres', url: databaseUrl }
    : { engine: 'sqlite', file: join(dataDir, 'defensible.db') };
  const opened = openDatabase(address);
  await migrate(opened);
  await opened.close();
  const app = await startApp({ dataDir, isPrepared: true, ...(databaseUrl ? { databaseUrl } : {}) });
  const clients = Array.from({ length: PEOPLE }, () => new HttpClient(app.baseURL));
  const began = performance.now();
  const joined = await Promise.all(clients.map((client) => client.send('POST', '/api/guest', {})));
  const refused = joined.filter(({ status }) => status !== 201).length;
  console.log(
    `${engine}: ${PEOPLE} guests at once from one address: ${Math.round(performance.now() - began)} ms, refused ${refused}`,
  );
  await report(`${engine}, closed, ${AT_ONCE} at a time`, address, await closedLoop(clients, record));
  for (const seconds of [60, 5])
    await report(`${engine}, open, within ${seconds} s`, address, await openLoop(clients, record, seconds * 1_000));
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

const { course } = await loadCourse();
const record = modelRecord(course, 'S01');
await run('sqlite', record);
const postgres = await startPostgres();
try {
  await run('postgres', record, await createDatabase(postgres.url));
} finally {
  await postgres.stop();
}
