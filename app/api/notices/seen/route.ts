import { z } from 'zod';
import { SeenNoticesBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { markNoticesSeen } from '@/server/notices';

/** Marks one's own news up to an instant as seen. */
export const PUT = handle(
  { body: SeenNoticesBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    await markNoticesSeen(actor, body.until);
    return reply(200, {});
  },
);
