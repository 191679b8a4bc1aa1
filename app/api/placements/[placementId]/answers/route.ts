import { z } from 'zod';
import { PlacementAnswerBodySchema } from '@/schemas/api';
import { PlacementIdSchema } from '@/schemas/ids';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { answerPlacement } from '@/server/placement';

const refusals = {
  'unknown-placement': [404, 'There is no such placement of yours. Load the page again.'],
  'unknown-item': [404, 'This placement has no such question. Load the page again.'],
  'already-answered': [409, 'This question is answered already, perhaps in another tab. Load the page and go on.'],
  unscorable: [422, 'This answer does not fit the question. Choose among what it offers and send it again.'],
} as const;

/** Answers one item, or says "I don't know"; the reply says nothing about right or wrong before the last one. */
export const POST = handle(
  { body: PlacementAnswerBodySchema, params: z.object({ placementId: PlacementIdSchema }), rate: RATES.quiz },
  async ({ actor, params, body }) => {
    const answered = await answerPlacement(actor, params.placementId, body);
    if (answered.ok) return reply(200, { view: answered.value });
    const [status, message] = refusals[answered.reason];
    return refuse(status, answered.reason, message);
  },
);
