import { z } from 'zod';
import { RecallZoneBodySchema } from '@/schemas/recall';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { saveRecallZone } from '@/server/recall/change-recall';

/** Says whose days count. The clock of a device is never asked. */
export const PUT = handle(
  { body: RecallZoneBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    await saveRecallZone(actor, body.timeZone);
    return reply(200, { timeZone: body.timeZone });
  },
);
