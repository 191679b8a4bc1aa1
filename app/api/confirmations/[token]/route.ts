import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { confirmEmail } from '@/server/accounts/confirm-email';
import { refuseAccount } from '@/server/http/account-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const dead = {
  used: [410, 'This link has been used. The account page says which address is confirmed.'],
  expired: [410, 'This link is too old, or a later one was sent. Ask for another on the account page.'],
  unknown: [404, 'There is no such link. Copy all of it from the message you got.'],
} as const;

/** Confirms an address by the link that was sent there, in a session of the account that asked. */
export const POST = handle(
  { body: EmptyBodySchema, params: z.object({ token: z.string().min(1).max(200) }), rate: RATES.small },
  async ({ actor, params }) => {
    const confirmed = await confirmEmail(actor, params.token);
    if (confirmed.ok) return reply(200, {});
    if (confirmed.reason === 'other-account' || confirmed.reason === 'email-taken')
      return refuseAccount(confirmed.reason);
    const [status, message] = dead[confirmed.reason];
    return refuse(status, confirmed.reason, message);
  },
);
