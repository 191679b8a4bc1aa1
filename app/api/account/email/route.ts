import { z } from 'zod';
import { ChangeEmailBodySchema } from '@/schemas/api';
import { changeEmail } from '@/server/accounts/confirm-email';
import { refuseAccount } from '@/server/http/account-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Asks for another address; it is used once the link sent there was opened. */
export const POST = handle(
  { body: ChangeEmailBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    const asked = await changeEmail(actor, { email: body.email, password: body.password ?? null });
    return asked.ok ? reply(202, {}) : refuseAccount(asked.reason, asked.detail);
  },
);
