import { z } from 'zod';
import { SsoBodySchema } from '@/schemas/api';
import { refuseAccount } from '@/server/http/account-refusals';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { beginSignIn } from '@/server/sso/begin';

/** Begins to sign in with the provider of single sign-on: answers where the browser goes. */
export const POST = handlePublic(
  { body: SsoBodySchema, params: z.object({}), rate: PUBLIC_RATES.sso },
  async ({ body }) => {
    const begun = await beginSignIn(body.returnTo);
    return begun.ok ? reply(200, { url: begun.value.url }, begun.value.setCookies) : refuseAccount(begun.reason);
  },
);
