import { z } from 'zod';
import { RecallCardIdSchema } from '@/schemas/ids';
import { ReviewRecallBodySchema } from '@/schemas/recall';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { reviewCard } from '@/server/recall/review-card';

const refusals = {
  'unknown-card': [404, 'There is no such card of yours. Load the page again.'],
  'stale-card': [409, 'This card was changed meanwhile, here or by an edit of the course. Load the next card.'],
  paused: [409, 'Your reviews are paused, perhaps in another tab. Go on with them first; nothing is lost.'],
  'not-due': [409, 'This card is not asked today any more. Load the page and take the next one.'],
  unscorable: [422, 'This answer does not fit the card. Answer with what it offers and send it again.'],
  unjudged: [422, 'Your text could not be judged. Write one or two whole sentences and send them again.'],
} as const;

/** Takes the answer to one version of a card. A second answer to it gets what came of the first. */
export const POST = handle(
  { body: ReviewRecallBodySchema, params: z.object({ cardId: RecallCardIdSchema }), rate: RATES.quiz },
  async ({ actor, params, body }) => {
    const reviewed = await reviewCard(actor, { cardId: params.cardId, ...body });
    if (reviewed.ok) return reply(200, reviewed.value);
    const [status, message] = refusals[reviewed.reason];
    return refuse(status, reviewed.reason, message);
  },
);
