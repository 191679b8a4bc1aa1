import 'server-only';
import { database } from '../db/database';
import { logError } from '../log';
import { newId } from '../new-id';
import { purgeJobs } from './claim';
import { enqueue } from './enqueue';
import { runDueJobs } from './run-jobs';
import { digestAt, weekAfter, weekOf } from './weeks';

/** Nothing here is in a hurry: a reminder that is half a minute late is on time. */
const EVERY_MS = 20_000;
const PURGE_EVERY_MS = 86_400_000;

interface Worker {
  readonly owner: string;
  isStopping: boolean;
  timer: NodeJS.Timeout | null;
  running: Promise<void> | null;
  purgedAt: number;
}

/** Next loads modules more than once, hence globalThis. scripts/lib/serve.mjs calls `stop` while it drains. */
const slot = Symbol.for('defensible.jobs');
const holder: typeof globalThis & {
  [slot]?: { worker: Worker; stop: () => Promise<void>; wake: () => void };
} = globalThis;

/** The digest of this week, or of the next where this Monday morning has passed. Each one makes the one after it. */
async function ensureDigest(now: number): Promise<void> {
  const week = digestAt(weekOf(now)) > now ? weekOf(now) : weekAfter(weekOf(now));
  await enqueue(database(), { key: `digest:${week}`, body: { kind: 'digest', week }, runAfter: digestAt(week) });
}

async function round(worker: Worker): Promise<void> {
  try {
    const now = Date.now();
    await ensureDigest(now);
    if (now - worker.purgedAt > PURGE_EVERY_MS) {
      worker.purgedAt = now;
      await purgeJobs(now);
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
      schedule(worker);
    });
  }, afterMs);
  worker.timer.unref();
}

/** Looks for work now, where it is not at it: somebody waits for what was just asked for. */
function wake(worker: Worker): void {
  if (worker.running || worker.isStopping) return;
  if (worker.timer) clearTimeout(worker.timer);
  schedule(worker, 0);
}

/** The same for the worker of this process, where one runs. What it does not see now it sees at its next look. */
export function wakeJobs(): void {
  holder[slot]?.wake();
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
    timer: null,
    running: null,
    purgedAt: 0,
  };
  holder[slot] = { worker, stop: () => stop(worker), wake: () => wake(worker) };
  schedule(worker);
}
