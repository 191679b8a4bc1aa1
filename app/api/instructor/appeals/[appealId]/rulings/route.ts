import { z } from 'zod';
import { AppealRulingBodySchema } from '@/schemas/appeal';
import { AppealIdSchema } from '@/schemas/ids';
import { ruleOnAppeal } from '@/server/appeals/rule';
import { refuseAppeal } from '@/server/http/appeal-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Rules on an appeal. The same ruling again is a retry. */
export const POST = handle(
  { body: AppealRulingBodySchema, params: z.object({ appealId: AppealIdSchema }), rate: RATES.review },
  async ({ actor, params, body }) => {
    const ruled = await ruleOnAppeal(actor, params.appealId, body);
    return ruled.ok ? reply(201, ruled.value) : refuseAppeal(ruled.reason);
  },
);
