import { z } from 'zod';
import { ForgottenBodySchema } from '@/schemas/api';
import { askForReset } from '@/server/accounts/forgotten';
import { refuseAccount } from '@/server/http/account-refusals';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Asks for a letter with a link to a new password; the answer does not tell whether the address has an account. */
export const POST = handlePublic(
  { body: ForgottenBodySchema, params: z.object({}), rate: PUBLIC_RATES.forgotten },
  async ({ body }) => {
    const asked = await askForReset(body.email);
    return asked.ok ? reply(202, {}) : refuseAccount(asked.reason, asked.detail);
  },
);
