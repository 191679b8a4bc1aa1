import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { LearnerIdSchema } from '@/schemas/ids';
import { dismissOwner } from '@/server/cohorts/organisation';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Takes the ownership from somebody, never from the last one. */
export const DELETE = handle(
  { body: EmptyBodySchema, params: z.object({ learnerId: LearnerIdSchema }), rate: RATES.small },
  async ({ actor, params }) => {
    const dismissed = await dismissOwner(actor, params.learnerId);
    if (dismissed.ok) return reply(200, {});
    return refuse(
      409,
      dismissed.reason,
      'This is the only owner. Appoint another first; a course without one could not be run.',
    );
  },
);
