import { z } from 'zod';
import { CohortIdSchema } from '@/schemas/ids';
import { SampleBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { changeSample } from '@/server/reviews/queue';

/** Sets how much of a cohort's work is drawn to check the grader, in per cent. */
export const PUT = handle(
  { body: SampleBodySchema, params: z.object({ cohortId: CohortIdSchema }), rate: RATES.small },
  async ({ actor, params, body }) => {
    await changeSample(actor, params.cohortId, body.percent);
    return reply(200, { percent: body.percent });
  },
);
