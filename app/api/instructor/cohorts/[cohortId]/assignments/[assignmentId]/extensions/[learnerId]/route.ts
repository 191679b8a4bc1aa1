import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { GrantExtensionBodySchema } from '@/schemas/assignment';
import { AssignmentIdSchema, CohortIdSchema, LearnerIdSchema } from '@/schemas/ids';
import { grantExtension, takeBackExtension } from '@/server/assignments/grant-extension';
import { refuseAssignment } from '@/server/assignments/refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

const params = z.object({ cohortId: CohortIdSchema, assignmentId: AssignmentIdSchema, learnerId: LearnerIdSchema });

/** Gives one learner more time, with a reason; again: with another date. */
export const PUT = handle(
  { body: GrantExtensionBodySchema, params, rate: RATES.small },
  async ({ actor, params: { cohortId, assignmentId, learnerId }, body }) => {
    const granted = await grantExtension(actor, cohortId, assignmentId, learnerId, body);
    return granted.ok ? reply(200, {}) : refuseAssignment(granted.reason);
  },
);

/** Takes an extension back. */
export const DELETE = handle(
  { body: EmptyBodySchema, params, rate: RATES.small },
  async ({ actor, params: { cohortId, assignmentId, learnerId } }) => {
    const taken = await takeBackExtension(actor, cohortId, assignmentId, learnerId);
    return taken.ok ? reply(200, {}) : refuseAssignment(taken.reason);
  },
);
