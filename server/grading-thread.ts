import 'server-only';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { build, type Plugin } from 'esbuild';
import type { RebuttalJob } from '@/grader/contrary/rebuttal-source';
import type { GradedExercise } from '@/grader/graded-exercise';
import type { TwistRound } from '@/grader/twists/twist-source';
import type { Grade } from '@/schemas/grade';
import type { RebuttalGrade } from '@/schemas/rebuttal';
import type { HandIn } from '@/schemas/scenario';
import type { TwistGrade } from '@/schemas/twist-grade';
import type { AnyJob, ContraryReply, GradingReply, RoundReply } from './grading-worker';
import { logError } from './log';

/** Any text that is taken is read in well under a second; on a busy machine it may take several times as long. */
export const GRADING_DEADLINE_MS = 10_000;

/**
 * The first job of a thread also reads the grader's data and prepares an exercise. On a box that is overloaded a strict
 * deadline would stop it, start another cold thread, and so on: then nothing would be judged at all.
 */
const FIRST_JOB_FACTOR = 4;

/** A hand-in that stands longer in the queue is taken without a grade, and graded later. */
const QUEUE_LIMIT_MS = 20_000;

const START_LIMIT_MS = 30_000;

/** One thread per process, and its queue: Next loads modules more than once, hence globalThis. */
interface Thread {
  worker: Worker | null;
  queue: Promise<unknown>;
  /** Whether this worker has answered before. */
  isWarm: boolean;
}
const slot = Symbol.for('defensible.grading-thread');
const holder: typeof globalThis & { [slot]?: Thread } = globalThis;

function thread(): Thread {
  holder[slot] ??= { worker: null, queue: Promise.resolve(), isWarm: false };
  return holder[slot];
}

/**
 * The grader's data are 8 MB. Written into the thread's program they would be kept as its source and read as code; read from
 * their files they cost what they hold.
 */
const dataFromFiles: Plugin = {
  name: 'data-from-files',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]grader[\\/]data[\\/][^\\/]+\.json$/ }, ({ path }) => ({
      contents: `module.exports = JSON.parse(require('node:fs').readFileSync(${JSON.stringify(path)}, 'utf8'));`,
      loader: 'js',
    }));
  },
};

/** What the thread makes and drops within a job; more room would only be cleared later. */
const RESOURCE_LIMITS = { maxYoungGenerationSizeMb: 16 };

/** Bundled here from its source rather than by Next, which knows no threads: the same in the server, commands and tests. */
async function startWorker(): Promise<Worker> {
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: ['server/grading-worker.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    plugins: [dataFromFiles],
    write: false,
    logLevel: 'silent',
  });
  const worker = new Worker(outputFiles[0]?.text ?? '', { eval: true, execArgv: [], resourceLimits: RESOURCE_LIMITS });
  // What ends the thread is told to whoever waits for a reply; with nobody waiting it must not end the server.
  worker.on('error', () => undefined);
  try {
    await once(worker, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) });
  } catch (error) {
    void worker.terminate();
    throw error;
  }
  // An idle thread must not keep a command from ending.
  worker.unref();
  return worker;
}

/** The reply of the thread, or null where it did not come in time; the thread is then stopped. */
function ask<Reply>(worker: Worker, job: AnyJob, deadlineMs: number): Promise<Reply | null> {
  return new Promise((resolve, reject) => {
    let isSettled = false;
    const settle = () => {
      isSettled = true;
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd).unref();
    };
    const onMessage = (reply: Reply) => {
      settle();
      thread().isWarm = true;
      resolve(reply);
    };
    const onEnd = (cause: unknown) => {
      settle();
      reject(cause instanceof Error ? cause : new Error(`the grading thread ended with ${cause}`));
    };
    const stop = () => {
      if (isSettled) return;
      settle();
      void worker.terminate();
      resolve(null);
    };
    // A reply that came while this thread was busy counts: it is delivered before setImmediate runs.
    const timer = setTimeout(() => setImmediate(stop), thread().isWarm ? deadlineMs : deadlineMs * FIRST_JOB_FACTOR);
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd).ref();
    worker.postMessage(job);
  });
}

/** The thread of this process, started where there is none or where it ended; null where none can be started. */
async function runningWorker(): Promise<Worker | null> {
  const own = thread();
  try {
    if (own.worker) return own.worker;
    const worker = await startWorker();
    Object.assign(own, { worker, isWarm: false });
    const forget = () => {
      if (own.worker === worker) own.worker = null;
    };
    worker.once('error', forget).once('exit', forget);
    return worker;
  } catch (error) {
    logError('grading-thread-failed', error);
    return null;
  }
}

async function gradeNext(exercise: GradedExercise, handIn: HandIn, deadlineMs: number): Promise<Grade> {
  const { scenario, rubric, probes, rubricHash, variation } = exercise;
  const job = { exercise: JSON.stringify({ scenario, rubric, probes, rubricHash, variation }), handIn };
  const worker = await runningWorker();
  // Loaded only where needed: the grader's data are large, and the thread has its own.
  if (!worker) return (await import('@/grader/grade-hand-in')).gradeHandIn(exercise, handIn);
  const reply = await ask<GradingReply>(worker, job, deadlineMs);
  if (!reply) {
    thread().worker = null;
    logError('grading-took-too-long', `stopped after ${deadlineMs} ms`, { scenarioId: scenario.id });
    return (await import('@/grader/unjudged-grade')).unjudgedGrade(exercise, handIn);
  }
  if ('error' in reply) throw new Error(reply.error);
  return reply.grade;
}

async function gradeNextRound(round: TwistRound, deadlineMs: number): Promise<TwistGrade> {
  const { source, ...rest } = round;
  const { scenario, twists, index } = source;
  const worker = await runningWorker();
  if (!worker) return (await import('@/grader/twists/grade-twist')).gradeTwist(round);
  const job = { ...rest, source: JSON.stringify({ scenario, twists, index }) };
  const reply = await ask<RoundReply>(worker, job, deadlineMs);
  if (!reply) {
    thread().worker = null;
    throw new Error(`stopped after ${deadlineMs} ms`);
  }
  if ('error' in reply) throw new Error(reply.error);
  return reply.roundGrade;
}

async function gradeNextRebuttal(rebuttal: RebuttalJob, deadlineMs: number): Promise<RebuttalGrade> {
  const { source, ...rest } = rebuttal;
  const { id, brief, given } = source.scenario;
  const worker = await runningWorker();
  if (!worker) return (await import('@/grader/contrary/grade-rebuttal')).gradeRebuttal(rebuttal);
  const contrary = JSON.stringify({ scenario: { id, brief, given }, contrary: source.contrary });
  const reply = await ask<ContraryReply>(worker, { ...rest, contrary }, deadlineMs);
  if (!reply) {
    thread().worker = null;
    throw new Error(`stopped after ${deadlineMs} ms`);
  }
  if ('error' in reply) throw new Error(reply.error);
  return reply.rebuttalGrade;
}

/** One job after the other; one that stands in the queue for too long is refused. */
function inQueue<Result>(run: () => Promise<Result>): Promise<Result> {
  const own = thread();
  const since = performance.now();
  const done = own.queue.then(() => {
    if (performance.now() - since > QUEUE_LIMIT_MS) throw new Error('others kept the grading thread busy for too long');
    return run();
  });
  own.queue = done.catch(() => undefined);
  return done;
}

/**
 * Grades a hand-in in a thread of its own, one after the other, so that no text can hold up the server. One that takes
 * longer than the deadline gets a grade which says that nothing was judged and asks for a person. Rejects where the
 * grader throws or others are in the way. Without a thread it grades in this one.
 */
export const gradeInThread = (
  exercise: GradedExercise,
  handIn: HandIn,
  deadlineMs = GRADING_DEADLINE_MS,
): Promise<Grade> => inQueue(() => gradeNext(exercise, handIn, deadlineMs));

/** Grades a twist round in the same thread and queue. Rejects where it fails or takes longer than the deadline. */
export const gradeRoundInThread = (round: TwistRound, deadlineMs = GRADING_DEADLINE_MS): Promise<TwistGrade> =>
  inQueue(() => gradeNextRound(round, deadlineMs));

/** Grades a reply to the other side in the same thread and queue. Rejects where it fails or takes longer than the deadline. */
export const gradeRebuttalInThread = (
  rebuttal: RebuttalJob,
  deadlineMs = GRADING_DEADLINE_MS,
): Promise<RebuttalGrade> => inQueue(() => gradeNextRebuttal(rebuttal, deadlineMs));
