import { CodeQuerySchema } from '@/schemas/live';
import { handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { selectOwnRound } from '@/server/live/take-part';

/** A round as one of its members sees it; asked every few seconds. */
export const GET = handleOwnRead({ query: CodeQuerySchema, rate: RATES.live }, async ({ actor, query }) => {
  const round = await selectOwnRound(actor, query.code);
  return round
    ? reply(200, { round })
    : refuse(404, 'unknown-round', 'No round of your team has this code. Check the six characters on the wall.');
});
