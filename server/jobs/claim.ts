import 'server-only';
import { type JobBody, JobBodySchema } from '@/schemas/job';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { logError } from '../log';

/** After so many failures a job is given up, and says why. */
export const MOST_TRIES = 6;
/** A process that was killed holds its job for this long; one that lives renews its lease while it works. */
export const LEASE_MS = 30_000;
/** A lease that ends later than this was taken by a clock that had jumped ahead: it would hold its job for as long. */
const MOST_SKEW_MS = 5 * 60_000;
/** Often enough that one renewal may be late without the job going to somebody else. */
const RENEW_EVERY_MS = LEASE_MS / 3;
/** No handler takes nearly so much: one that hangs loses its job to another process after this. */
const LONGEST_MS = 10 * 60_000;
/** Kept for the record, then removed: done jobs must stay long enough for their keys to be remembered. */
const KEEP_MS = 400 * 86_400_000;
const BACKOFF_MS = [30_000, 2 * 60_000, 10 * 60_000, 3_600_000, 6 * 3_600_000];

export interface ClaimedJob {
  readonly id: string;
  readonly key: string;
  readonly body: JobBody;
  readonly tries: number;
  readonly owner: string;
}

const waiting = (now: number) =>
  database()
    .selectFrom('jobs')
    .where('doneAt', 'is', null)
    .where('failedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('leaseUntil', 'is', null),
        eb('leaseUntil', '<', now),
        eb('leaseUntil', '>', now + LEASE_MS + MOST_SKEW_MS),
      ]),
    );

/**
 * Takes the job that has waited longest, for `owner` alone: the number of tries is the ticket, so of two processes
 * that saw the same row one gets it, on both engines.
 */
export async function claimJob(owner: string, now = Date.now()): Promise<ClaimedJob | null> {
  const rows = await waiting(now)
    .select(['id', 'key', 'body', 'tries'])
    .where('runAfter', '<=', now)
    .orderBy('runAfter')
    .orderBy('id')
    .limit(10)
    .execute();
  for (const { id, key, body, tries } of rows) {
    const won = await database()
      .updateTable('jobs')
      .set({ tries: tries + 1, leaseOwner: owner, leaseUntil: now + LEASE_MS })
      .where('id', '=', id)
      .where('tries', '=', tries)
      .where('doneAt', 'is', null)
      .where('failedAt', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!won) continue;
    const parsed = JobBodySchema.safeParse(JSON.parse(body));
    if (parsed.success) return { id, key, body: fromJson(body, JobBodySchema), tries: tries + 1, owner };
    await failJob({ id, tries: MOST_TRIES, owner }, 'this version of the course does not know this kind of job', now);
  }
  return null;
}

type Held = Pick<ClaimedJob, 'id' | 'owner' | 'tries'>;

const held = ({ id, owner }: Held) =>
  database().updateTable('jobs').where('id', '=', id).where('leaseOwner', '=', owner).where('doneAt', 'is', null);

/** Holds the job for another while. Fulfils with whether it was still ours to hold. */
export async function renewJob(job: Held, now = Date.now()): Promise<boolean> {
  const renewed = await held(job)
    .set({ leaseUntil: now + LEASE_MS })
    .returning('id')
    .executeTakeFirst();
  return renewed !== undefined;
}

/** Renews the lease for as long as a handler works. Call what it returns when the handler has ended. */
export function keepJob(job: Held, everyMs = RENEW_EVERY_MS): () => void {
  const since = Date.now();
  const timer = setInterval(() => {
    if (Date.now() - since > LONGEST_MS) clearInterval(timer);
    // A renewal that fails is made up for by the next one.
    else renewJob(job).catch((error: unknown) => logError('job-renewal-failed', error, { id: job.id }));
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Done, unless the lease was lost to somebody else meanwhile. */
export async function finishJob(job: Held, now = Date.now()): Promise<void> {
  await held(job).set({ doneAt: now, leaseUntil: null, leaseOwner: null, lastError: null }).execute();
}

/** Notes why it failed, and either sets the time of the next try or gives it up. */
export async function failJob(job: Held, reason: string, now = Date.now()): Promise<void> {
  const isOver = job.tries >= MOST_TRIES;
  const wait = BACKOFF_MS[Math.min(job.tries, BACKOFF_MS.length) - 1] ?? 30_000;
  await held(job)
    .set({
      leaseUntil: null,
      leaseOwner: null,
      lastError: reason.slice(0, 500),
      ...(isOver ? { failedAt: now } : { runAfter: now + wait }),
    })
    .execute();
}

/** Removes what has long been done. */
export async function purgeJobs(now = Date.now()): Promise<void> {
  await database()
    .deleteFrom('jobs')
    .where((eb) => eb.or([eb('doneAt', '<', now - KEEP_MS), eb('failedAt', '<', now - KEEP_MS)]))
    .execute();
}
