import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { refuseAccount } from '@/server/http/account-refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { beginLink } from '@/server/sso/begin';
import { unlinkIdentity } from '@/server/sso/identities';

const spec = { body: EmptyBodySchema, params: z.object({}), rate: RATES.small };

/** Begins to connect one's account with the provider of single sign-on: answers where the browser goes. */
export const POST = handle(spec, async ({ actor }) => {
  const begun = await beginLink(actor);
  return begun.ok ? reply(200, { url: begun.value.url }, begun.value.setCookies) : refuseAccount(begun.reason);
});

/** Takes the connection back. */
export const DELETE = handle(spec, async ({ actor }) => {
  const unlinked = await unlinkIdentity(actor);
  return unlinked.ok ? reply(200, {}) : refuseAccount(unlinked.reason);
});
