import { z } from 'zod';
import { AppointOwnerBodySchema } from '@/schemas/roster';
import { appointOwner } from '@/server/cohorts/organisation';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** An owner makes the account with an address an owner as well. */
export const POST = handle(
  { body: AppointOwnerBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    const appointed = await appointOwner(actor, body.email);
    if (appointed.ok) return reply(200, {});
    if (appointed.reason === 'unconfirmed')
      return refuse(
        409,
        'unconfirmed',
        `Nobody has shown yet that ${body.email} is theirs. Let that person confirm it on the account page, then try again.`,
        { path: 'email' },
      );
    const message = `No account has the address ${body.email}. An owner needs one: let that person make it first.`;
    return refuse(404, appointed.reason, message, { path: 'email' });
  },
);
