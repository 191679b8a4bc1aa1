import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { markRepliesSeen } from '@/server/reports/reports';

/** Notes that the answers to one's reports were seen. */
export const PUT = handle({ body: EmptyBodySchema, params: z.object({}), rate: RATES.small }, async ({ actor }) => {
  await markRepliesSeen(actor);
  return reply(200, {});
});
