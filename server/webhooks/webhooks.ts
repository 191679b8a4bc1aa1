import 'server-only';
import { randomBytes } from 'node:crypto';
import type { CohortId } from '@/schemas/ids';
import type { FailedJob } from '@/schemas/job';
import { FailedJobSchema } from '@/schemas/job';
import type { Outcome } from '@/schemas/outcome';
import { type WebhookDelivery, WebhookDeliverySchema, type WebhookView } from '@/schemas/webhook';
import type { Actor } from '../actor';
import { recordAct } from '../audit';
import { requireIn } from '../authority';
import { database, inTransaction } from '../db/database';
import { newId } from '../new-id';
import { problemOfAddress } from '../outbound/post-outside';
import { openWebhook, sealSecret } from './sealed-secret';
import { tellWebhook } from './tell';

const MOST_SHOWN = 30;

/** The webhook of a cohort without what is secret in it; null where there is none. */
export async function selectWebhook(actor: Actor, cohortId: CohortId): Promise<WebhookView | null> {
  requireIn(actor, cohortId, 'manage', 'read a webhook');
  const row = await database()
    .selectFrom('webhooks')
    .select(['id', 'url', 'secret', 'createdAt'])
    .where('cohortId', '=', cohortId)
    .executeTakeFirst();
  if (!row) return null;
  const open = await openWebhook(row).catch(() => null);
  return { url: open && `${new URL(open.url).origin}/…`, createdAt: row.createdAt };
}

/** The latest tries, newest first. */
export async function selectDeliveries(actor: Actor, cohortId: CohortId): Promise<WebhookDelivery[]> {
  requireIn(actor, cohortId, 'manage', 'read the deliveries of a webhook');
  const rows = await database()
    .selectFrom('webhook_deliveries')
    .select(['id', 'event', 'at', 'status', 'problem'])
    .where('cohortId', '=', cohortId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => WebhookDeliverySchema.parse(row));
}

/** What the server gave up doing for a cohort, newest first. */
export async function selectFailedJobs(actor: Actor, cohortId: CohortId): Promise<FailedJob[]> {
  requireIn(actor, cohortId, 'manage', 'read the failed jobs of a cohort');
  const rows = await database()
    .selectFrom('jobs')
    .select(['id', 'kind', 'tries', 'failedAt', 'lastError'])
    .where('cohortId', '=', cohortId)
    .where('failedAt', 'is not', null)
    .orderBy('failedAt', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => FailedJobSchema.parse({ ...row, lastError: row.lastError ?? '' }));
}

/** Sets where messages go, with a new secret that is shown this once. The name is looked up with each delivery, not here. */
export async function setWebhook(
  actor: Actor,
  cohortId: CohortId,
  url: string,
): Promise<Outcome<{ secret: string }, 'unknown-cohort' | 'bad-address', string>> {
  requireIn(actor, cohortId, 'manage', 'set a webhook');
  const problem = problemOfAddress(url);
  if (problem) return { ok: false, reason: 'bad-address', detail: problem };
  return inTransaction(async (tx) => {
    const cohort = await tx.selectFrom('cohorts').select('id').where('id', '=', cohortId).executeTakeFirst();
    if (!cohort) return { ok: false, reason: 'unknown-cohort' };
    const secret = randomBytes(32).toString('base64url');
    const hook = { url: await sealSecret(url), secret: await sealSecret(secret), createdAt: Date.now() };
    await tx
      .insertInto('webhooks')
      .values({ id: newId(), cohortId, ...hook })
      .onConflict((conflict) => conflict.column('cohortId').doUpdateSet(hook))
      .execute();
    await recordAct(tx, actor, { act: 'webhook.set', cohortId, details: { host: new URL(url).host } });
    return { ok: true, value: { secret } };
  });
}

/** Takes it away; what waits to be delivered is dropped. */
export async function removeWebhook(actor: Actor, cohortId: CohortId): Promise<void> {
  requireIn(actor, cohortId, 'manage', 'remove a webhook');
  await inTransaction(async (tx) => {
    const gone = await tx.deleteFrom('webhooks').where('cohortId', '=', cohortId).returning('id').executeTakeFirst();
    if (gone) await recordAct(tx, actor, { act: 'webhook.removed', cohortId });
  });
}

/** Notes a test message; the log shows what came of it. */
export async function testWebhook(actor: Actor, cohortId: CohortId): Promise<Outcome<null, 'no-webhook'>> {
  requireIn(actor, cohortId, 'manage', 'test a webhook');
  if (!(await selectWebhook(actor, cohortId))) return { ok: false, reason: 'no-webhook' };
  const text = 'A test from the course: messages of this cohort arrive here.';
  await inTransaction((tx) => tellWebhook(tx, cohortId, 'test', `test:${cohortId}:${newId()}`, text, Date.now()));
  return { ok: true, value: null };
}
