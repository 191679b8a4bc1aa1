import { z } from 'zod';
import { WithdrawAssignmentBodySchema } from '@/schemas/assignment';
import { AssignmentIdSchema, CohortIdSchema } from '@/schemas/ids';
import { withdrawAssignment } from '@/server/assignments/desk';
import { refuseAssignment } from '@/server/assignments/refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Withdraws an assignment, or asks for it again. Work stays. */
export const PUT = handle(
  {
    body: WithdrawAssignmentBodySchema,
    params: z.object({ cohortId: CohortIdSchema, assignmentId: AssignmentIdSchema }),
    rate: RATES.small,
  },
  async ({ actor, params, body }) => {
    const done = await withdrawAssignment(actor, params.cohortId, params.assignmentId, body.isWithdrawn);
    return done.ok ? reply(200, {}) : refuseAssignment(done.reason);
  },
);
