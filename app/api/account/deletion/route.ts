import { z } from 'zod';
import { DeleteAccountBodySchema } from '@/schemas/api';
import { signOut } from '@/server/accounts/people';
import { deleteOwnAccount } from '@/server/delete-account';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, refuseForNow, reply } from '@/server/http/reply';

/** Deletes the person who asks, with all their work, and takes the cookie back. */
export const POST = handle(
  { body: DeleteAccountBodySchema, params: z.object({}), rate: RATES.small, isClosedInPreview: true },
  async ({ actor, request, body }) => {
    const deleted = await deleteOwnAccount(actor, body.password ?? null);
    if (deleted.ok) return reply(200, {}, await signOut(request.headers));
    if (deleted.reason === 'too-many-tries')
      return refuseForNow('Too many wrong passwords. Nothing is deleted; try again later.', deleted.detail ?? 60);
    if (deleted.reason === 'last-owner')
      return refuse(
        409,
        'last-owner',
        'You are the only owner of this course, and it would have none. Appoint another on the organisation page first. Nothing is deleted.',
      );
    if (deleted.reason === 'stale-session')
      return refuse(
        403,
        'stale-session',
        'This account has no password. Sign in with single sign-on again, then delete it within a quarter of an hour. Nothing is deleted.',
      );
    return refuse(403, deleted.reason, 'This is not the password of the account. Nothing is deleted.', {
      path: 'password',
    });
  },
);
