import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { CohortIdSchema } from '@/schemas/ids';
import { InviteIdSchema } from '@/schemas/invite';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { revokeInvite } from '@/server/invites/invites';

/** Ends a link at once; whoever came in by it stays. */
export const DELETE = handle(
  {
    body: EmptyBodySchema,
    params: z.object({ cohortId: CohortIdSchema, inviteId: InviteIdSchema }),
    rate: RATES.cohort,
  },
  async ({ actor, params }) => {
    const revoked = await revokeInvite(actor, params.cohortId, params.inviteId);
    if (revoked.ok) return reply(200, {});
    return refuse(404, revoked.reason, 'There is no such invitation in this cohort. Load the page again.');
  },
);
