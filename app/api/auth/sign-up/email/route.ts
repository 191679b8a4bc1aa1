import { z } from 'zod';
import { SignUpBodySchema } from '@/schemas/api';
import { greetAddress } from '@/server/accounts/confirm-email';
import { signUp } from '@/server/accounts/people';
import { refuseSsoOnly } from '@/server/http/account-refusals';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Makes an account; the work of a guest in this browser moves to it. */
export const POST = handlePublic(
  { body: SignUpBodySchema, params: z.object({}), rate: PUBLIC_RATES.signUp },
  async ({ request, body }) => {
    const signed = await signUp(request.headers, body);
    if (signed.ok) {
      await greetAddress(signed.value.learnerId, body.email);
      return reply(201, { learnerId: signed.value.learnerId }, signed.value.setCookies);
    }
    if (signed.reason === 'sso-only') return refuseSsoOnly();
    const message = `There is an account for ${body.email} already. Sign in with it; your work in this browser comes along.`;
    return refuse(409, 'email-taken', message, { path: 'email' });
  },
);
