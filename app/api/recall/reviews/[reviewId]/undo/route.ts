import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { RecallReviewIdSchema } from '@/schemas/ids';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { undoReview } from '@/server/recall/review-card';

const refusals = {
  'unknown-review': [404, 'There is no such answer of yours. Load the page again.'],
  'too-late': [409, 'Only the last answer of today can be taken back. Load the page and go on.'],
  paused: [409, 'Your reviews are paused. Go on with them first, then take the answer back.'],
} as const;

/** Takes the last answer back. Taking back the same one twice is one. */
export const POST = handle(
  { body: EmptyBodySchema, params: z.object({ reviewId: RecallReviewIdSchema }), rate: RATES.quiz },
  async ({ actor, params }) => {
    const undone = await undoReview(actor, params.reviewId);
    if (undone.ok) return reply(200, { queue: undone.value });
    const [status, message] = refusals[undone.reason];
    return refuse(status, undone.reason, message);
  },
);
