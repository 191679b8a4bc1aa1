import 'server-only';
import { database } from '../db/database';
import { gatherLetters } from '../letters/gather';
import { logError } from '../log';
import { newId } from '../new-id';
import { ensureRetention } from '../retention/apply-retention';
import { purgeJobs } from './claim';
import { enqueue } from './enqueue';
import { runDueJobs } from './run-jobs';
import { onWake } from './wake';
import { digestAt, weekAfter, weekOf } from './weeks';

/** Nothing here is in a hurry: a reminder that is half a minute late is on time. */
const EVERY_MS = 20_000;
const GATHER_EVERY_MS = 60_000;
const PURGE_EVERY_MS = 86_400_000;

interface Worker {
  readonly owner: string;
  isStopping: boolean;
  /** Somebody waits for a job that came in during the round. */
  isAsked: boolean;
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  purgedAt: number;
  gatheredAt: number;
}

/** Next loads modules more than once, hence globalThis. scripts/lib/drain.mjs calls `stop` while it drains. */
const slot = Symbol.for('defensible.jobs');
const holder: typeof globalThis & { [slot]?: { worker: Worker; stop: () => Promise<void> } } = globalThis;

/** The digest of this week, or of the next where this Monday morning has passed. Each one makes the one after it. */
async function ensureDigest(now: number): Promise<void> {
  const week = digestAt(weekOf(now)) > now ? weekOf(now) : weekAfter(weekOf(now));
  await enqueue(database(), { key: `digest:${week}`, body: { kind: 'digest', week }, runAfter: digestAt(week) });
}

async function round(worker: Worker): Promise<void> {
  try {
    const now = Date.now();
    await ensureDigest(now);
    await ensureRetention(now);
    if (now - worker.purgedAt > PURGE_EVERY_MS) {
      worker.purgedAt = now;
      await purgeJobs(now);
    }
    if (now - worker.gatheredAt > GATHER_EVERY_MS) {
      worker.gatheredAt = now;
      await gatherLetters(now);
    }
    await runDueJobs(worker.owner, () => !worker.isStopping);
  } catch (error) {
    logError('job-round-failed', error);
  }
}

function schedule(worker: Worker, afterMs = EVERY_MS): void {
  if (worker.isStopping) return;
  worker.timer = setTimeout(() => {
    worker.running = round(worker).finally(() => {
      worker.running = null;
      schedule(worker, worker.isAsked ? 0 : EVERY_MS);
      worker.isAsked = false;
    });
  }, afterMs);
  worker.timer.unref();
}

/** A round at once; while one is under way, right after it. */
function wake(worker: Worker): void {
  if (worker.running !== null) worker.isAsked = true;
  else {
    if (worker.timer) clearTimeout(worker.timer);
    schedule(worker, 0);
  }
}

/** Lets the job under way end, and takes no more. What was not begun waits in the table for the next start. */
async function stop(worker: Worker): Promise<void> {
  worker.isStopping = true;
  if (worker.timer) clearTimeout(worker.timer);
  await worker.running;
}

/** Starts the one worker of this process, beside the requests. Called once, when the server starts. */
export function startJobs(): void {
  if (holder[slot]) return;
  const worker: Worker = {
    owner: `${process.pid}-${newId()}`,
    isStopping: false,
    isAsked: false,
    timer: null,
    running: null,
    purgedAt: 0,
    gatheredAt: 0,
  };
  holder[slot] = { worker, stop: () => stop(worker) };
  onWake(() => wake(worker));
  schedule(worker);
}
