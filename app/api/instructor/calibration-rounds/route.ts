import { z } from 'zod';
import { StartRoundBodySchema } from '@/schemas/calibration-round';
import { startRound } from '@/server/calibration/rounds';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Draws ten answers to mark blind; with a round left unfinished, that one. */
export const POST = handle(
  { body: StartRoundBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => reply(201, { roundId: await startRound(actor, body.cohortId) }),
);
