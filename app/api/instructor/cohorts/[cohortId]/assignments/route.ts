import { z } from 'zod';
import { AssignmentPlanSchema } from '@/schemas/assignment';
import { CohortIdSchema } from '@/schemas/ids';
import { makeAssignment } from '@/server/assignments/desk';
import { refuseAssignment } from '@/server/assignments/refusals';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Assigns work to a cohort. */
export const POST = handle(
  { body: AssignmentPlanSchema, params: z.object({ cohortId: CohortIdSchema }), rate: RATES.small },
  async ({ actor, params, body, request }) => {
    const key = readIdempotencyKey(request);
    if (typeof key !== 'string') return key;
    const made = await makeAssignment(actor, params.cohortId, body, key);
    return made.ok ? reply(201, made.value) : refuseAssignment(made.reason);
  },
);
