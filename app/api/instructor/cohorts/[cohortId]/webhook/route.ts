import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { CohortIdSchema } from '@/schemas/ids';
import { SetWebhookBodySchema } from '@/schemas/webhook';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { removeWebhook, setWebhook } from '@/server/webhooks/webhooks';

const params = z.object({ cohortId: CohortIdSchema });

/** Sets where the messages of a cohort go; the reply holds the new secret, which is not shown again. */
export const PUT = handle(
  { body: SetWebhookBodySchema, params, rate: RATES.report },
  async ({ actor, params: { cohortId }, body }) => {
    const set = await setWebhook(actor, cohortId, body.url);
    if (set.ok) return reply(200, set.value);
    if (set.reason === 'bad-address') return refuse(422, set.reason, set.detail ?? '', { path: 'url' });
    return refuse(404, set.reason, 'There is no such cohort any more. Load the list of cohorts again.');
  },
);

/** Takes the webhook away. */
export const DELETE = handle(
  { body: EmptyBodySchema, params, rate: RATES.report },
  async ({ actor, params: { cohortId } }) => {
    await removeWebhook(actor, cohortId);
    return reply(200, {});
  },
);
