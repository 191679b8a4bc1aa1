import { z } from 'zod';
import { CohortIdSchema } from '@/schemas/ids';
import { InviteTermsSchema } from '@/schemas/invite';
import { env } from '@/server/env';
import { handle } from '@/server/http/handle';
import { INVITE_REFUSALS } from '@/server/http/invite-refusals';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { originOf } from '@/server/http/same-origin';
import { makeInvite } from '@/server/invites/invites';

/** Makes a link that lets people into a cohort. Asked again, it makes another. */
export const POST = handle(
  { body: InviteTermsSchema, params: z.object({ cohortId: CohortIdSchema }), rate: RATES.small },
  async ({ actor, params, body, request }) => {
    const made = await makeInvite(actor, params.cohortId, body, originOf(request, env()));
    if (made.ok) return reply(201, made.value);
    const [status, message] = INVITE_REFUSALS[made.reason];
    return refuse(status, made.reason, message);
  },
);
