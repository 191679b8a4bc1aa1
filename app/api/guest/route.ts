import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { startGuest } from '@/server/accounts/people';
import { lookUpSession } from '@/server/accounts/session';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Makes the visitor a guest. Somebody who has a session keeps it. */
export const POST = handlePublic(
  { body: EmptyBodySchema, params: z.object({}), rate: PUBLIC_RATES.guest },
  async ({ request }) => {
    const found = await lookUpSession(request.headers, { renew: true });
    if (found.state === 'live') return reply(200, { learnerId: found.person.learnerId }, found.setCookies);
    const { learnerId, setCookies } = await startGuest(request.headers);
    return reply(201, { learnerId }, setCookies);
  },
);
