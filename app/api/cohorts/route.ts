import { z } from 'zod';
import { NewCohortBodySchema } from '@/schemas/roster';
import { createCohort } from '@/server/cohorts/cohorts';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** An owner makes an empty cohort. */
export const POST = handle(
  { body: NewCohortBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    const made = await createCohort(actor, body.name);
    if (made.ok) return reply(201, made.value);
    const message = `There is a cohort called ${body.name} already. Choose another name, so that people can tell them apart.`;
    return refuse(409, made.reason, message, { path: 'name' });
  },
);
