import { z } from 'zod';
import { SignInBodySchema } from '@/schemas/api';
import { signIn } from '@/server/accounts/people';
import { refuseSsoOnly } from '@/server/http/account-refusals';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { refuse, refuseForNow, reply } from '@/server/http/reply';

/** Signs in; the work of a guest in this browser moves to the account. */
export const POST = handlePublic(
  { body: SignInBodySchema, params: z.object({}), rate: PUBLIC_RATES.signIn },
  async ({ request, body }) => {
    const signed = await signIn(request.headers, body);
    if (signed.ok) return reply(200, { learnerId: signed.value.learnerId }, signed.value.setCookies);
    if (signed.reason === 'wrong-credentials')
      return refuse(
        401,
        'wrong-credentials',
        'E-mail and password do not match. Check both, or ask an instructor for a new password link.',
      );
    if (signed.reason === 'sso-only') return refuseSsoOnly();
    const seconds = signed.detail ?? 60;
    const minutes = Math.ceil(seconds / 60);
    return refuseForNow(
      `Too many tries for ${body.email}. Wait ${minutes} min, or ask an instructor for a new password link.`,
      seconds,
    );
  },
);
