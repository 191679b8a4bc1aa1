import { z } from 'zod';
import { SubmissionIdSchema } from '@/schemas/ids';
import { RevealBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { refuseReview } from '@/server/http/review-refusals';
import { revealWriter } from '@/server/reviews/review-notes';

/** Says whose draft it is to those who run the cohort; the reason is kept. */
export const POST = handle(
  { body: RevealBodySchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.feedback },
  async ({ actor, params, body: { cohortId, reason } }) => {
    const writer = await revealWriter(actor, cohortId, params.submissionId, reason);
    return writer ? reply(200, writer) : refuseReview('unknown-submission');
  },
);
