import { z } from 'zod';
import { PauseRecallBodySchema } from '@/schemas/recall';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { pauseRecall } from '@/server/recall/change-recall';

/** Pauses reviews, or goes on: dates move by the length of the pause. */
export const PUT = handle(
  { body: PauseRecallBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => reply(200, { queue: await pauseRecall(actor, body.isPaused) }),
);
