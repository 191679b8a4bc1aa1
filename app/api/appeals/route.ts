import { z } from 'zod';
import { AppealBodySchema } from '@/schemas/appeal';
import { sendAppeal } from '@/server/appeals/appeals';
import { refuseAppeal } from '@/server/http/appeal-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Takes an appeal. The same one sent again is the one that is there. */
export const POST = handle(
  { body: AppealBodySchema, params: z.object({}), rate: RATES.report },
  async ({ actor, body }) => {
    const sent = await sendAppeal(actor, body);
    return sent.ok ? reply(201, sent.value) : refuseAppeal(sent.reason);
  },
);
