import 'server-only';
import { database } from '../db/database';
import { oldestPendingAt } from '../grading';
import { onScrape } from '../observe';

const seconds = (since: number | null, now: number): number =>
  since === null ? 0 : Math.max(0, (now - since) / 1_000);

/** Jobs that wait or were given up, and how long the oldest of what waits has waited. */
export async function jobFigures(now = Date.now()) {
  const open = database().selectFrom('jobs').where('doneAt', 'is', null);
  const due = await open
    .where('failedAt', 'is', null)
    .where('runAfter', '<=', now)
    .select((eb) => [eb.fn.countAll<number>().as('n'), eb.fn.min('runAfter').as('oldest')])
    .executeTakeFirstOrThrow();
  const givenUp = await open
    .where('failedAt', 'is not', null)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return [
    ['defensible_jobs_waiting', {}, due.n],
    ['defensible_jobs_given_up', {}, givenUp.n],
    ['defensible_job_oldest_seconds', {}, seconds(due.oldest, now)],
    ['defensible_grading_oldest_seconds', {}, seconds(await oldestPendingAt(), now)],
  ] as const;
}

/** Called once, when the server starts. */
export const showJobFigures = (): void => onScrape(() => jobFigures());
