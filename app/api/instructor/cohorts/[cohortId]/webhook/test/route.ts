import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { CohortIdSchema } from '@/schemas/ids';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { testWebhook } from '@/server/webhooks/webhooks';

/** Sends a test message soon; what came of it stands in the log of deliveries. */
export const POST = handle(
  { body: EmptyBodySchema, params: z.object({ cohortId: CohortIdSchema }), rate: RATES.report },
  async ({ actor, params }) => {
    const tested = await testWebhook(actor, params.cohortId);
    if (tested.ok) return reply(202, {});
    return refuse(409, tested.reason, 'The cohort has no webhook. Set an address first.');
  },
);
