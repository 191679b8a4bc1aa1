import { z } from 'zod';
import { ChangePasswordBodySchema } from '@/schemas/api';
import { changePassword } from '@/server/accounts/change-password';
import { refuseAccount } from '@/server/http/account-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Sets another password; every session ends, and this browser gets a new one. */
export const POST = handle(
  { body: ChangePasswordBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, request, body }) => {
    const changed = await changePassword(actor, request.headers, { current: body.current, next: body.password });
    if (changed.ok) return reply(200, {}, changed.value.setCookies);
    if (changed.reason === 'wrong-password')
      return refuse(403, 'wrong-password', 'This is not the password of the account. Nothing was changed.', {
        path: 'current',
      });
    return refuseAccount(changed.reason, changed.detail);
  },
);
