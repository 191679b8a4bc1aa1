import { z } from 'zod';
import { AppealIdSchema } from '@/schemas/ids';
import { withdrawAppeal } from '@/server/appeals/appeals';
import { refuseAppeal } from '@/server/http/appeal-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Withdraws an appeal of one's own. */
export const DELETE = handle(
  { body: z.strictObject({}), params: z.object({ appealId: AppealIdSchema }), rate: RATES.small },
  async ({ actor, params }) => {
    const withdrawn = await withdrawAppeal(actor, params.appealId);
    return withdrawn.ok ? reply(200, {}) : refuseAppeal(withdrawn.reason);
  },
);
