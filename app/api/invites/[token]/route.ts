import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { type JoinRefusal, joinByInvite } from '@/server/invites/join';

const refusals: Readonly<Record<JoinRefusal, readonly [number, string]>> = {
  unknown: [404, 'There is no such invitation. Copy all of the link; a line break may have cut it.'],
  revoked: [410, 'This invitation was taken back. Ask the person who sent it for another.'],
  used: [410, 'This invitation is used up. Ask the person who sent it for another.'],
  expired: [410, 'This invitation is too old. Ask the person who sent it for another.'],
  archived: [410, 'This cohort takes nobody in any more. Ask the person who sent the link.'],
  'needs-account': [403, 'This invitation needs an account. Make one or sign in, then accept it.'],
  'other-address': [403, 'This invitation is for another e-mail address. Sign in with the account that has it.'],
  unconfirmed: [
    403,
    'Confirm your address first: the account page sends you the link. Then open this invitation again and accept it.',
  ],
  withdrawn: [403, 'An instructor took you out of this cohort, and only they can let you in again. Ask them.'],
};

/** Accepts an invitation: the person who asks is in the cohort from then on, with the work they have. */
export const POST = handle(
  {
    body: EmptyBodySchema,
    params: z.object({ token: z.string().min(1).max(200) }),
    rate: RATES.small,
    isClosedInPreview: true,
  },
  async ({ actor, params }) => {
    const joined = await joinByInvite(actor, params.token);
    if (joined.ok) return reply(200, {});
    const [status, message] = refusals[joined.reason];
    return refuse(status, joined.reason, message);
  },
);
