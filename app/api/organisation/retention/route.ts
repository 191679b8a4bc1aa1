import { z } from 'zod';
import { RetentionSchema } from '@/schemas/retention';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { saveRetention } from '@/server/retention/retention';

/** An owner says how long what is kept. */
export const PUT = handle(
  { body: RetentionSchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    await saveRetention(actor, body);
    return reply(200, {});
  },
);
