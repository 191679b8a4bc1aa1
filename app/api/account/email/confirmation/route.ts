import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { askToConfirm } from '@/server/accounts/confirm-email';
import { refuseAccount } from '@/server/http/account-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Sends a link that confirms one's address, or sends it again. */
export const POST = handle({ body: EmptyBodySchema, params: z.object({}), rate: RATES.small }, async ({ actor }) => {
  const asked = await askToConfirm(actor);
  return asked.ok ? reply(202, {}) : refuseAccount(asked.reason, asked.detail);
});
