import { z } from 'zod';
import { StartRegradeBodySchema } from '@/schemas/regrade';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { wakeJobs } from '@/server/jobs/wake';
import { startRegrade } from '@/server/regrades/regrades';

/** Begins a preview. One that is under way for the same people is answered with. */
export const POST = handle(
  { body: StartRegradeBodySchema, params: z.object({}), rate: RATES.file },
  async ({ actor, body }) => {
    const regradeId = await startRegrade(actor, body);
    wakeJobs();
    return reply(201, { regradeId });
  },
);
