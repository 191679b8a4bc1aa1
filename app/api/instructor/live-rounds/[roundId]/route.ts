import { z } from 'zod';
import { LiveRoundIdSchema, MoveRoundBodySchema } from '@/schemas/live';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { type MoveRefusal, moveRound } from '@/server/live/move-round';

const refusals: Readonly<Record<MoveRefusal, readonly [number, string]>> = {
  'unknown-round': [404, 'There is no such round in this cohort. Open another from the decision map.'],
  'phase-changed': [409, 'Somebody else took the round further, or it has ended. Load the page again.'],
  'wrong-order': [409, 'A round goes one step at a time: decide, reveal, argue, decide again, shift.'],
  'too-few': [
    409,
    'Fewer than five have decided. A reveal would show single people: wait for more, or close the round.',
  ],
};

/** Takes a round to its next phase, or closes it. */
export const PUT = handle(
  { body: MoveRoundBodySchema, params: z.object({ roundId: LiveRoundIdSchema }), rate: RATES.live },
  async ({ actor, params, body }) => {
    const moved = await moveRound(actor, params.roundId, body);
    if (moved.ok) return reply(200, { round: moved.value });
    const [status, message] = refusals[moved.reason];
    return refuse(status, moved.reason, message);
  },
);
