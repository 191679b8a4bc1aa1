import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { endSession } from '@/server/accounts/sessions';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Signs out one of one's own browsers. */
export const DELETE = handle(
  { body: EmptyBodySchema, params: z.object({ sessionId: z.string().min(1).max(100) }), rate: RATES.small },
  async ({ actor, params }) => {
    if (await endSession(actor, params.sessionId)) return reply(200, {});
    return refuse(404, 'unknown-session', 'You are not signed in there any more. Load the page again.');
  },
);
