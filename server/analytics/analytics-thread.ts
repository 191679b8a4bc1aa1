import 'server-only';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { openedDatabase } from '../db/database';
import { logError } from '../log';
import type { AnalyticsJob, AnalyticsReply } from './analytics-worker';
import type { ViewName, ViewQuestion, ViewReply } from './views';

const START_LIMIT_MS = 30_000;
/**
 * A thread that does not answer for so long is stuck. The largest cohorts take half a minute and a busy machine several
 * times as long; pages do not wait for that, they say how far it is.
 */
const DEADLINE_MS = 10 * 60_000;

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One thread per process: Next loads modules more than once, hence globalThis. */
interface Thread {
  worker: Promise<Worker> | null;
  /** The one that answers, once it has started. */
  current: Worker | null;
  waiting: Map<number, Waiting>;
  lastId: number;
}
const slot = Symbol.for('defensible.analytics-thread');
const holder: typeof globalThis & { [slot]?: Thread } = globalThis;

function thread(): Thread {
  holder[slot] ??= { worker: null, current: null, waiting: new Map(), lastId: 0 };
  return holder[slot];
}

/** Bundled from its source, as the grading thread is: the same in the server, in commands and in tests. */
async function startWorker(): Promise<Worker> {
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: ['server/analytics/analytics-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    // The mark of server files throws outside a React server; here it means nothing.
    alias: { 'server-only': './node_modules/server-only/empty.js' },
    write: false,
    logLevel: 'silent',
  });
  const worker = new Worker(outputFiles[0]?.text ?? '', { eval: true, execArgv: [] });
  worker.on('error', () => undefined);
  try {
    await once(worker, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) });
  } catch (error) {
    void worker.terminate();
    throw error;
  }
  worker.on('message', settle);
  worker.once('error', (error) => endThread(worker, error)).once('exit', (code) => endThread(worker, code));
  worker.unref();
  return worker;
}

function settle(reply: AnalyticsReply): void {
  const waiting = thread().waiting.get(reply.id);
  thread().waiting.delete(reply.id);
  if (!waiting) return;
  if ('error' in reply) waiting.reject(new Error(reply.error));
  else waiting.resolve(reply.value);
}

/** A thread that ended is told to everybody who waits for it; the next question starts another, to which the end of this one is nothing. */
function endThread(worker: Worker, cause: unknown): void {
  const own = thread();
  if (own.current !== worker) return;
  const error = cause instanceof Error ? cause : new Error(`the analytics thread ended with ${cause}`);
  for (const { reject } of own.waiting.values()) reject(error);
  own.waiting.clear();
  own.worker = null;
  own.current = null;
}

async function runningWorker(): Promise<Worker | null> {
  const own = thread();
  own.worker ??= startWorker();
  try {
    own.current = await own.worker;
    return own.current;
  } catch (error) {
    own.worker = null;
    logError('analytics-thread-failed', error);
    return null;
  }
}

function post(worker: Worker, job: Omit<AnalyticsJob, 'id'>): Promise<unknown> {
  const own = thread();
  own.lastId += 1;
  const id = own.lastId;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      void worker.terminate();
      endThread(worker, new Error(`${job.view} took longer than ${DEADLINE_MS} ms`));
    }, DEADLINE_MS);
    worker.ref();
    const done = () => {
      clearTimeout(timer);
      if (own.waiting.size === 0) worker.unref();
    };
    own.waiting.set(id, {
      resolve: (value) => {
        done();
        resolve(value);
      },
      reject: (error) => {
        done();
        reject(error);
      },
    });
    worker.postMessage({ ...job, id } satisfies AnalyticsJob);
  });
}

/**
 * Asks the analytics thread, which reads by a connection of its own: whatever a view costs, other requests go on.
 * Without a thread the question is answered in this one.
 */
export async function askAnalytics<Name extends ViewName>(
  view: Name,
  question: ViewQuestion<Name>,
): Promise<ViewReply<Name>> {
  const { address, db } = openedDatabase();
  const worker = await runningWorker();
  if (worker) return post(worker, { address, view, question }) as Promise<ViewReply<Name>>;
  const { VIEWS } = await import('./views');
  const run: (own: typeof db, asked: never) => Promise<unknown> = VIEWS[view];
  return run(db, { ...question, address: JSON.stringify(address) } as never) as Promise<ViewReply<Name>>;
}
