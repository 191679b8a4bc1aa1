import { z } from 'zod';
import { ResetPasswordBodySchema } from '@/schemas/api';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { resetPassword } from '@/server/links';

const refusals = {
  used: [410, 'This link has been used. Sign in with the new password, or ask an instructor for another link.'],
  expired: [410, 'This link is too old. Ask an instructor for another.'],
  unknown: [404, 'There is no such link. Copy all of it from the message you got.'],
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
