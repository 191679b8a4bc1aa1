import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { signOut } from '@/server/accounts/people';
import { handlePublic } from '@/server/http/handle';
import { PUBLIC_RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Ends the session. A guest who signs out cannot come back to their work; the page says so before. */
export const POST = handlePublic(
  { body: EmptyBodySchema, params: z.object({}), rate: PUBLIC_RATES.signOut },
  async ({ request }) => reply(200, {}, await signOut(request.headers)),
);
