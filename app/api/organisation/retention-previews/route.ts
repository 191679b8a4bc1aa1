import { z } from 'zod';
import { RetentionSchema } from '@/schemas/retention';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { previewRetention } from '@/server/retention/retention';

/** What rules would remove if they held now; changes nothing. */
export const POST = handle(
  { body: RetentionSchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => reply(200, { preview: await previewRetention(actor, body) }),
);
