import { z } from 'zod';
import { SubmissionIdSchema } from '@/schemas/ids';
import { ReviewPlaceBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { refuseUndo } from '@/server/http/review-refusals';
import { undoReview } from '@/server/reviews/undo-review';

/** Takes the decision in force back. */
export const POST = handle(
  { body: ReviewPlaceBodySchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.review },
  async ({ actor, params, body }) => {
    const undone = await undoReview(actor, body.cohortId, params.submissionId);
    return undone.ok ? reply(200, undone.value) : refuseUndo(undone.reason);
  },
);
