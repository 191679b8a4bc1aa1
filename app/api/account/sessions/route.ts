import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { endOtherSessions } from '@/server/accounts/sessions';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Signs out every other browser. */
export const DELETE = handle({ body: EmptyBodySchema, params: z.object({}), rate: RATES.small }, async ({ actor }) =>
  reply(200, { ended: await endOtherSessions(actor) }),
);
