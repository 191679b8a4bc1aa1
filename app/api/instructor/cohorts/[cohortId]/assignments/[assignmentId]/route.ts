import { z } from 'zod';
import { ChangeAssignmentBodySchema } from '@/schemas/assignment';
import { AssignmentIdSchema, CohortIdSchema } from '@/schemas/ids';
import { changeAssignment } from '@/server/assignments/desk';
import { refuseAssignment } from '@/server/assignments/refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Changes an assignment that nobody else has changed meanwhile. */
export const PUT = handle(
  {
    body: ChangeAssignmentBodySchema,
    params: z.object({ cohortId: CohortIdSchema, assignmentId: AssignmentIdSchema }),
    rate: RATES.small,
  },
  async ({ actor, params, body }) => {
    const changed = await changeAssignment(actor, params.cohortId, params.assignmentId, body);
    return changed.ok ? reply(200, changed.value) : refuseAssignment(changed.reason);
  },
);
