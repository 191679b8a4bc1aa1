import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { goOnWithoutAddress } from '@/server/sso/come-back';

/** Makes an account without an address for somebody whose address belongs to another account. */
export const POST = handlePublic(
  { body: EmptyBodySchema, params: z.object({}), rate: PUBLIC_RATES.sso },
  async ({ request }) => {
    const made = await goOnWithoutAddress(request.headers);
    if (made.ok) return reply(201, { location: made.value.location }, made.value.setCookies);
    return refuse(410, 'stale', 'This took too long, or was done already. Sign in again on the account page.');
  },
);
