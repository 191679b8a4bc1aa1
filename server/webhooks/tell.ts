import 'server-only';
import { type JobBody, JobBodySchema } from '@/schemas/job';
import type { Db, Tx } from '../db/open-database';
import { enqueue } from '../jobs/enqueue';

type MessageEvent = Extract<JobBody, { kind: 'deliver' }>['event'];

/** Notes a message for the cohort's webhook, where it has one, once for each key. */
export async function tellWebhook(
  tx: Db | Tx,
  cohortId: string,
  event: MessageEvent,
  key: string,
  text: string,
  now: number,
): Promise<void> {
  const hook = await tx.selectFrom('webhooks').select('cohortId').where('cohortId', '=', cohortId).executeTakeFirst();
  if (!hook) return;
  const body = JobBodySchema.parse({ kind: 'deliver', cohortId, event, text: text.slice(0, 3_000) });
  await enqueue(tx, { key: `webhook:${key}`, body, runAfter: now, cohortId });
}
