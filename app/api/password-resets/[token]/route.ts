import { z } from 'zod';
import { ResetPasswordBodySchema } from '@/schemas/api';
import { resetPassword } from '@/server/accounts/reset-password';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const refusals = {
  used: [410, 'This link has been used. Sign in with the new password, or ask an instructor for another link.'],
  expired: [410, 'This link is too old. Ask an instructor for another.'],
  unknown: [404, 'There is no such link. Copy all of it from the message you got.'],
  'sso-only': [409, 'There are no passwords here: sign in with single sign-on on the account page.'],
} as const;

/** Sets a new password by a one-time link; every session of the account ends. */
export const POST = handlePublic(
  { body: ResetPasswordBodySchema, params: z.object({ token: z.string().min(1).max(200) }), rate: PUBLIC_RATES.reset },
  async ({ params, body }) => {
    const reset = await resetPassword(params.token, body.password);
    if (reset.ok) return reply(200, {});
    const [status, message] = refusals[reset.reason];
    return refuse(status, reset.reason, message);
  },
);
