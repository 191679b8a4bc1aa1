import { z } from 'zod';
import { SubmissionIdSchema } from '@/schemas/ids';
import { DismissBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { refuseReview } from '@/server/http/review-refusals';
import { dismissAlikeText } from '@/server/reviews/alike-texts';

/** Sets aside that two texts are alike: a person looked at both. */
export const DELETE = handle(
  { body: DismissBodySchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.small },
  async ({ actor, params, body: { cohortId, otherId } }) => {
    const isGone = await dismissAlikeText(actor, cohortId, params.submissionId, otherId);
    return isGone ? reply(200, {}) : refuseReview('unknown-submission');
  },
);
