import { z } from 'zod';
import { RegradeIdSchema } from '@/schemas/ids';
import { RegradeStepBodySchema } from '@/schemas/regrade';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuseRegrade } from '@/server/http/regrade-refusals';
import { reply } from '@/server/http/reply';
import { wakeJobs } from '@/server/jobs/wake';
import { stepRegrade } from '@/server/regrades/steps';

/** Changes, holds, applies, takes back, drops or goes on with a regrade. */
export const POST = handle(
  { body: RegradeStepBodySchema, params: z.object({ regradeId: RegradeIdSchema }), rate: RATES.small },
  async ({ actor, params, body }) => {
    const stepped = await stepRegrade(actor, params.regradeId, body);
    if (!stepped.ok) return refuseRegrade(stepped.reason);
    wakeJobs();
    return reply(200, stepped.value);
  },
);
