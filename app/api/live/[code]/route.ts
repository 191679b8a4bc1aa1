import { z } from 'zod';
import { LiveCodeSchema, LiveVoteSchema } from '@/schemas/live';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { decideInRound, type VoteRefusal } from '@/server/live/take-part';

const refusals: Readonly<Record<VoteRefusal, readonly [number, string]>> = {
  'unknown-round': [404, 'No round of your team has this code. Check the six characters on the wall.'],
  'not-open': [409, 'The round takes no decisions at the moment. Look at the wall for what comes next.'],
  incomplete: [422, 'A part is without a choice, or is not part of this exercise. Choose one for every part.'],
};

/** Stores or replaces one's own decision in a round. */
export const PUT = handle(
  { body: LiveVoteSchema, params: z.object({ code: LiveCodeSchema }), rate: RATES.live },
  async ({ actor, params, body }) => {
    const decided = await decideInRound(actor, params.code, body);
    if (decided.ok) return reply(200, { round: decided.value });
    const [status, message] = refusals[decided.reason];
    return refuse(status, decided.reason, message);
  },
);
