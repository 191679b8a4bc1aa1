import { z } from 'zod';
import { ResetRecallBodySchema } from '@/schemas/recall';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { resetRecall } from '@/server/recall/change-recall';

/** Starts all cards over. The body repeats in words what happens, so that no stray request does it. */
export const POST = handle(
  { body: ResetRecallBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor }) => reply(200, { queue: await resetRecall(actor) }),
);
