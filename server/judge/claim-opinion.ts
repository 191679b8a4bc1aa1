import 'server-only';
import { type SubmissionId, SubmissionIdSchema } from '@/schemas/ids';
import { type OpinionGap, RecipientSchema } from '@/schemas/opinion';
import { database } from '../db/database';
import { fromJson } from '../db/json';
import { currentRecipient, judgeSettings } from './current-judge';

/** A kill while the answer is on its way costs one more question; after that the opinion is given up. */
export const OPINION_TRIES = 2;
/** An opinion nobody could ask for within a day is given up: the learner has long read the grade. */
const GIVE_UP_AFTER_MS = 86_400_000;
/** How much longer than the time limit a claim holds: writing the answer down takes a moment. */
const LEASE_MARGIN_MS = 10_000;

export interface Claim {
  readonly submissionId: SubmissionId;
  /** The number of this try. Whoever holds an older one finds its answer no longer wanted. */
  readonly tries: number;
  readonly startedAt: number;
}

/** Ends what is asked for with the reason why it will not come. */
export async function giveUp(submissionId: string, gap: OpinionGap, tries: number): Promise<boolean> {
  const ended = await database()
    .updateTable('opinions')
    .set({ status: 'unavailable', gap, endedAt: Date.now(), leaseUntil: null })
    .where('submissionId', '=', submissionId)
    .where('status', '=', 'asked')
    .where('tries', '=', tries)
    .returning('submissionId')
    .executeTakeFirst();
  return ended !== undefined;
}

const asked = (now: number) =>
  database()
    .selectFrom('opinions')
    .where('status', '=', 'asked')
    .where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<', now)]));

function hopelessBecause(row: { recipient: string; tries: number; askedAt: number }, now: number): OpinionGap | null {
  const recipient = currentRecipient();
  if (!recipient) return 'switched-off';
  if (fromJson(row.recipient, RecipientSchema).id !== recipient.id) return 'recipient-changed';
  if (row.tries >= OPINION_TRIES) return 'interrupted';
  return now - row.askedAt > GIVE_UP_AFTER_MS ? 'too-old' : null;
}

/**
 * Gives up opinions that will never come, and says how many: killed twice, a day old, or asked of somebody who is no
 * longer the judge. Called at start, judge or none, and before each round of questions.
 */
export async function giveUpHopeless(now = Date.now()): Promise<number> {
  const rows = await asked(now).select(['submissionId', 'recipient', 'tries', 'askedAt']).execute();
  let count = 0;
  for (const row of rows) {
    const gap = hopelessBecause(row, now);
    if (gap && (await giveUp(row.submissionId, gap, row.tries))) count += 1;
  }
  return count;
}

/** Takes the oldest opinion that nobody is asking for and that has a grade to stand beside; null where there is none. */
export async function claimOpinion(): Promise<Claim | null> {
  const settings = judgeSettings();
  const recipient = currentRecipient();
  if (!settings || !recipient) return null;
  const now = Date.now();
  const rows = await asked(now)
    .innerJoin('grades', 'grades.submissionId', 'opinions.submissionId')
    .select(['opinions.submissionId', 'tries', 'recipient'])
    .where('tries', '<', OPINION_TRIES)
    .orderBy('askedAt')
    .limit(20)
    .execute();
  for (const row of rows) {
    if (fromJson(row.recipient, RecipientSchema).id !== recipient.id) continue;
    const won = await database()
      .updateTable('opinions')
      .set({ tries: row.tries + 1, startedAt: now, leaseUntil: now + settings.timeoutMs + LEASE_MARGIN_MS })
      .where('submissionId', '=', row.submissionId)
      .where('status', '=', 'asked')
      .where('tries', '=', row.tries)
      .returning('submissionId')
      .executeTakeFirst();
    if (won) return { submissionId: SubmissionIdSchema.parse(won.submissionId), tries: row.tries + 1, startedAt: now };
  }
  return null;
}

/** When the next claim of a process that may be gone runs out, or null. */
export async function nextLeaseEnd(): Promise<number | null> {
  const row = await database()
    .selectFrom('opinions')
    .select('leaseUntil')
    .where('status', '=', 'asked')
    .where('leaseUntil', 'is not', null)
    .orderBy('leaseUntil')
    .limit(1)
    .executeTakeFirst();
  return row?.leaseUntil ?? null;
}
