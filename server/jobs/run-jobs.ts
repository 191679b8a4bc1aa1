import 'server-only';
import type { JobBody } from '@/schemas/job';
import { announceAssignment } from '../assignments/announce';
import { writeDigests } from '../assignments/digest';
import { remindLearners } from '../assignments/remind';
import { sendLetter } from '../letters/send-letter';
import { closeForgotten } from '../live/close-round';
import { logError } from '../log';
import { mailConfirmation, mailResetLink } from '../mail/mail-jobs';
import { count } from '../observe';
import { runRegrade } from '../regrades/run-regrade';
import { applyRetention } from '../retention/apply-retention';
import { deliverMessage } from '../webhooks/deliver';
import { type ClaimedJob, claimJob, failJob, finishJob, keepJob } from './claim';

/** One handler a kind. Each may be run again after a kill, so what it does, it does once for each key of its own. */
async function handle(body: JobBody, job: ClaimedJob): Promise<void> {
  switch (body.kind) {
    case 'announce':
      return announceAssignment(body);
    case 'remind':
      return remindLearners(body);
    case 'digest':
      return writeDigests(body);
    case 'retain':
      await closeForgotten();
      return void (await applyRetention());
    case 'deliver':
      return deliverMessage(body, job.id);
    case 'mail-reset':
      return mailResetLink(body);
    case 'mail-confirm':
      return mailConfirmation(body);
    case 'mail-letter':
      return sendLetter(body);
    case 'regrade':
      return runRegrade(body);
  }
}

/** Runs one claimed job and writes down what came of it. Never rejects for what a handler does. */
async function runJob(job: ClaimedJob): Promise<void> {
  const letGo = keepJob(job);
  try {
    await handle(job.body, job);
    await finishJob(job);
    count('defensible_jobs_total', { kind: job.body.kind, outcome: 'done' });
  } catch (error) {
    count('defensible_jobs_total', { kind: job.body.kind, outcome: 'failed' });
    logError('job-failed', error, { key: job.key, tries: job.tries });
    await failJob(job, error instanceof Error ? error.message : 'unknown');
  } finally {
    letGo();
  }
}

/** Runs everything that is due, one after the other, until nothing is or `isWanted` says no. Fulfils with how many ran. */
export async function runDueJobs(owner: string, isWanted: () => boolean = () => true): Promise<number> {
  let count = 0;
  for (;;) {
    if (!isWanted()) return count;
    const job = await claimJob(owner);
    if (!job) return count;
    await runJob(job);
    count += 1;
  }
}
