import 'server-only';
import { createHmac } from 'node:crypto';
import type { JobBody } from '@/schemas/job';
import { database } from '../db/database';
import { newId } from '../new-id';
import { type Net, type Posted, postOutside } from '../outbound/post-outside';
import { openWebhook } from './sealed-secret';

/** HMAC-SHA256 over `timestamp.body`, in hexadecimal (docs/api.md says how a receiver checks it). */
export function signMessage(secret: string, timestamp: number, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** Why a try counts as failed, or null. */
function problemOf(posted: Posted): string | null {
  if (posted.type !== 'replied') return posted.problem;
  return posted.status >= 200 && posted.status < 300 ? null : `it answered ${posted.status}`;
}

/**
 * Sends one message and writes the try into the log; a try that fails throws, so that the job is tried again. After a kill
 * in between a message can arrive twice: its header `x-defensible-delivery` is the same then.
 */
export async function deliverMessage(
  { cohortId, event, text }: Extract<JobBody, { kind: 'deliver' }>,
  jobId: string,
  net?: Net,
): Promise<void> {
  const hook = await database()
    .selectFrom('webhooks')
    .select(['id', 'url', 'secret'])
    .where('cohortId', '=', cohortId)
    .executeTakeFirst();
  // Taken away since: there is nobody to tell.
  if (!hook) return;
  const { url, secret } = await openWebhook(hook);
  const now = Date.now();
  const timestamp = Math.floor(now / 1_000);
  const body = JSON.stringify({ text });
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'defensible',
    'x-defensible-event': event,
    'x-defensible-delivery': jobId,
    'x-defensible-timestamp': String(timestamp),
    'x-defensible-signature': `sha256=${signMessage(secret, timestamp, body)}`,
  };
  const posted = await postOutside(url, { body, headers }, net);
  const problem = problemOf(posted);
  const status = posted.type === 'replied' ? posted.status : null;
  await database()
    .insertInto('webhook_deliveries')
    .values({ id: newId(), cohortId, jobId, event, at: now, status, problem })
    .execute();
  if (problem) throw new Error(problem);
}
