import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { claimInstructor } from '@/server/links';

const refusals = {
  guest: [403, 'A guest cannot teach. Make an account first, then open this link again.'],
  used: [410, 'This link has been used. Sign in with the account that used it, or ask for another.'],
  expired: [410, 'This link is too old. Start the server again; it prints a new one while there is no instructor.'],
  unknown: [404, 'There is no such link. Copy all of it from where the server printed it.'],
} as const;

/** Uses the one-time link of the first start: the signed-in account becomes an instructor. */
export const POST = handle(
  {
    body: EmptyBodySchema,
    params: z.object({ token: z.string().min(1).max(200) }),
    rate: RATES.small,
    isClosedInPreview: true,
  },
  async ({ actor, params }) => {
    const claimed = await claimInstructor(actor, params.token);
    if (claimed.ok) return reply(200, {});
    const [status, message] = refusals[claimed.reason];
    return refuse(status, claimed.reason, message);
  },
);
