import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import { loadCourse } from '@/course/load-course';
import { type CohortId, LearnerIdSchema } from '@/schemas/ids';
import { chooseDatabase, inTransaction } from '@/server/db/database';
import { migrate } from '@/server/db/migrate';
import { type DatabaseAddress, type OpenDatabase, openDatabase } from '@/server/db/open-database';
import { recomputeRollups } from '@/server/rollups';
import { type App, startApp } from '../support/app';
import { ENGINES, type Engine } from '../support/databases';
import { newCohort, newLearner, newStaff, type Person } from '../support/people';
import { freePort } from '../support/ports';
import { createDatabase } from '../support/postgres';
import { modelRecord } from '../support/sample-record';
import { Acknowledged, confirmGrades, Worker } from './load';

/**
 * CYCLES=n npm run test:crash: the built app under load is killed with -9 n times on each engine, and started again on
 * what it left. Everything that it acknowledged must be there.
 */
const CYCLES = Number(process.env.CYCLES ?? 200);
const LEARNERS = 6;
/** A machine on which no reply comes for so long is not one to measure on, and the last assertion says so. */
const LONGEST_LIFE_MS = 120_000;

interface Place {
  readonly dataDir: string;
  readonly address: DatabaseAddress;
  readonly databaseUrl?: string;
}

async function placeOf(engine: Engine): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'defensible-crash-'));
  if (engine === 'sqlite') return { dataDir, address: { engine, file: join(dataDir, 'defensible.db') } };
  const databaseUrl = await createDatabase(inject('postgresUrl'));
  return { dataDir, databaseUrl, address: { engine, url: databaseUrl } };
}

/** Opened only for a look: a file that another process holds open is not recovered by the one that starts. */
async function looking<Value>(
  address: DatabaseAddress,
  look: (opened: OpenDatabase) => Promise<Value>,
): Promise<Value> {
  const opened = openDatabase(address);
  chooseDatabase(opened);
  try {
    return await look(opened);
  } finally {
    await opened.close();
  }
}

/** What was acknowledged and is not there, as words. */
async function lost({ db }: OpenDatabase, acks: Acknowledged): Promise<string[]> {
  const handIns = await db.selectFrom('submissions').select(['id', 'idempotencyKey']).execute();
  const byKey = new Map(handIns.map(({ id, idempotencyKey }) => [idempotencyKey, id]));
  const drafts = await db.selectFrom('drafts').select(['learnerId', 'version', 'handIn']).execute();
  const answers = await db.selectFrom('item_responses').select(['attemptId', 'itemId']).execute();
  const answered = new Set(answers.map(({ attemptId, itemId }) => `${attemptId} ${itemId}`));
  const events = await db.selectFrom('grade_events').select(['submissionId', 'number']).execute();
  const decided = new Set(events.map(({ submissionId, number }) => `${submissionId} ${number}`));
  const isKept = (learnerId: string, version: number, text: string) =>
    drafts.some(
      (row) =>
        row.learnerId === learnerId &&
        (row.version > version || (row.version === version && JSON.parse(row.handIn).explanation === text)),
    );
  return [
    ...[...acks.handIns].filter(([key, id]) => byKey.get(key) !== id).map(([key]) => `hand-in ${key}`),
    ...[...acks.drafts].filter(([id, { version, text }]) => !isKept(id, version, text)).map(([id]) => `draft of ${id}`),
    ...[...acks.answers].filter((answer) => !answered.has(answer)).map((answer) => `answer ${answer}`),
    ...[...acks.decisions]
      .filter(([id, number]) => !Number.isNaN(number) && !decided.has(`${id} ${number}`))
      .map(([id]) => `decision on ${id}`),
  ];
}

async function expectWhole({ db, address }: OpenDatabase): Promise<number> {
  if (address.engine === 'sqlite') {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db);
    expect(rows).toEqual([{ integrity_check: 'ok' }]);
  }
  const stored = await db
    .selectFrom('submissions')
    .leftJoin('grades', 'grades.submissionId', 'submissions.id')
    .select(['submissions.id', 'learnerId', 'idempotencyKey', 'overall'])
    .execute();
  expect(new Set(stored.map(({ idempotencyKey }) => idempotencyKey)).size, 'one submission a key').toBe(stored.length);
  expect(
    stored.filter(({ overall }) => overall === null),
    'one grade a submission',
  ).toEqual([]);
  const sums = async () => ({
    exercises: await db
      .selectFrom('learner_exercises')
      .selectAll()
      .orderBy('learnerId')
      .orderBy('scenarioId')
      .execute(),
    items: await db.selectFrom('learner_items').selectAll().orderBy('learnerId').orderBy('itemId').execute(),
  });
  const running = await sums();
  for (const learnerId of new Set(stored.map((row) => row.learnerId)))
    await inTransaction((tx) => recomputeRollups(tx, LearnerIdSchema.parse(learnerId)));
  expect(await sums()).toEqual(running);
  return stored.length;
}

describe.each(ENGINES)('the app killed -9 under load on %s', (engine) => {
  test(`${CYCLES} kills lose nothing that was acknowledged`, async () => {
    const { dataDir, address, ...place } = await placeOf(engine);
    const { course } = await loadCourse();
    const acks = new Acknowledged();
    const people = await looking(address, async (opened) => {
      await migrate(opened);
      const cohort = await newCohort();
      const learners = await Promise.all(Array.from({ length: LEARNERS }, () => newLearner(cohort)));
      return { cohort, learners, staff: await newStaff(cohort, 'instructor') };
    });
    const workers = people.learners.map((person) => new Worker(person, course, modelRecord(course, 'S01'), acks));
    const port = await freePort();
    const started = performance.now();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const app = await startApp({ dataDir, ...place, port, isPrepared: true });
      // Another count each time, so that the kill falls at another moment.
      await oneLife(app, workers, people, acks, 12 + ((cycle * 7) % 60));
      // Every fifth look is enough to say in which life something went missing; the last one looks at all of it.
      if (cycle % 5 === 0) expect(await looking(address, (opened) => lost(opened, acks)), `cycle ${cycle}`).toEqual([]);
    }
    const after = await startApp({ dataDir, ...place, port, isPrepared: true });
    await Promise.all(workers.map((worker) => worker.work(after.baseURL, once())));
    await fetch(new URL('/readyz', after.baseURL));
    expect(await after.stop()).toBe(0);
    const stored = await looking(address, async (opened) => {
      expect(await lost(opened, acks)).toEqual([]);
      return expectWhole(opened);
    });
    const { handIns, drafts, answers, decisions, sentAgain } = acks;
    console.info(
      `${engine}: ${CYCLES} kills in ${Math.round((performance.now() - started) / 1_000)} s; acknowledged: ${handIns.size} hand-ins, ` +
        `${drafts.size} newest drafts, ${answers.size} answers, ${decisions.size} decisions; ${sentAgain.size} sent again; ` +
        `${stored} submissions stored; 0 lost, 0 twice`,
    );
    expect(workers.flatMap(({ refused }) => refused)).toEqual([]);
    expect(handIns.size).toBeGreaterThan(CYCLES);
    rmSync(dataDir, { recursive: true, force: true });
  });
});

/** Lets a worker send what it still has, and one thing more. */
function once(): () => boolean {
  let asked = 0;
  return () => {
    asked += 1;
    return asked > 2;
  };
}

/** Work until so many replies have come, and the kill in the middle of it. */
async function oneLife(
  app: App,
  workers: readonly Worker[],
  { staff, cohort }: { readonly staff: Person; readonly cohort: CohortId },
  acks: Acknowledged,
  replies: number,
): Promise<void> {
  let isOver = false;
  const until = () => isOver;
  const enough = acks.count + replies;
  const work = Promise.all([
    ...workers.map((worker) => worker.work(app.baseURL, until)),
    confirmGrades(staff, cohort, acks, app.baseURL, until),
  ]);
  const giveUpAt = performance.now() + LONGEST_LIFE_MS;
  while (acks.count < enough && performance.now() < giveUpAt) await wait(5);
  await app.kill();
  isOver = true;
  await work;
}
