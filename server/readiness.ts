import 'server-only';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { database, openedDatabase } from './db/database';
import { pendingMigrations } from './db/migrate';
import { probeWrite } from './db/probe-write';
import { gradePending, oldestPendingAt } from './grading';
import { judgeSettings } from './judge/current-judge';
import { wakeJudge } from './judge/wake-judge';
import { logError } from './log';

/** A hand-in is graded at once; one that waits longer than this means that something is wrong. */
const QUEUE_AGE_LIMIT_S = 600;

export interface Readiness {
  readonly status: 'ok' | 'unavailable';
  readonly checks: Readonly<Record<'database' | 'migrations' | 'disk' | 'queue', string>>;
}

const OK = 'ok';

/** Reads a row and writes for nothing: a file on a full disk, or a copy that only reads, answers every question all the same. */
async function checkDatabase(): Promise<string> {
  await database().selectFrom('cohorts').select('id').limit(1).execute();
  await probeWrite(openedDatabase());
  return OK;
}

async function checkMigrations(): Promise<string> {
  const pending = await pendingMigrations(openedDatabase());
  return pending.length === 0 ? OK : `not run: ${pending.join(', ')}`;
}

async function checkDisk(): Promise<string> {
  const { address } = openedDatabase();
  if (address.engine === 'postgres') return OK;
  const file = join(dirname(address.file), `.write-test-${randomUUID()}`);
  writeFileSync(file, 'x');
  rmSync(file);
  return OK;
}

/** What waits is tried again here, since nothing else runs on its own. A judge that is away makes nothing unready. */
async function checkQueue(): Promise<string> {
  if (judgeSettings()) void wakeJudge();
  if ((await oldestPendingAt()) === null) return OK;
  await gradePending(20);
  const oldest = await oldestPendingAt();
  const age = oldest === null ? 0 : Math.round((Date.now() - oldest) / 1_000);
  return age <= QUEUE_AGE_LIMIT_S ? OK : `a submission has waited ${age} s for its grade`;
}

async function outcome(name: string, check: () => Promise<string>): Promise<string> {
  try {
    return await check();
  } catch (error) {
    logError('readiness-check-failed', error, { check: name });
    return 'failed';
  }
}

/** Runs every check. The reply names what is wrong but no path, address or message of a driver. */
export async function checkReadiness(): Promise<Readiness> {
  const checks = {
    database: await outcome('database', checkDatabase),
    migrations: await outcome('migrations', checkMigrations),
    disk: await outcome('disk', checkDisk),
    queue: await outcome('queue', checkQueue),
  };
  const isReady = Object.values(checks).every((state) => state === OK);
  return { status: isReady ? 'ok' : 'unavailable', checks };
}
