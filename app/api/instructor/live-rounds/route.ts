import { z } from 'zod';
import { OpenRoundBodySchema, RoundQuerySchema } from '@/schemas/live';
import { handle, handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { openRound, selectRound } from '@/server/live/rounds';

const refusals = {
  'unknown-cohort': [404, 'There is no such cohort any more. Load the list of cohorts again.'],
  'unknown-exercise': [404, 'The course has no such exercise. Open the decision map and go from there.'],
  archived: [409, 'An archived cohort decides nothing any more. An owner can restore it.'],
} as const;

/** A round as whoever runs it sees it; asked every few seconds. */
export const GET = handleOwnRead({ query: RoundQuerySchema, rate: RATES.live }, async ({ actor, query }) => {
  const round = await selectRound(actor, query.cohort, query.round);
  return round
    ? reply(200, { round })
    : refuse(404, 'unknown-round', 'There is no such round in this cohort. Open another from the decision map.');
});

/** Opens a round, or goes on with the one that is open. */
export const POST = handle(
  { body: OpenRoundBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    const opened = await openRound(actor, body.cohortId, body.scenarioId);
    if (opened.ok) return reply(201, { round: opened.value });
    const [status, message] = refusals[opened.reason];
    return refuse(status, opened.reason, message);
  },
);
