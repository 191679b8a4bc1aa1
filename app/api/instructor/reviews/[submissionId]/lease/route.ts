import { z } from 'zod';
import { SubmissionIdSchema } from '@/schemas/ids';
import { ReviewPlaceBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { refuseReview } from '@/server/http/review-refusals';
import { releaseLease, takeLease } from '@/server/reviews/leases';

const spec = {
  body: ReviewPlaceBodySchema,
  params: z.object({ submissionId: SubmissionIdSchema }),
  rate: RATES.review,
} as const;

/** Takes or renews the lease on a draft. Refused while somebody else has it, with `until`. */
export const PUT = handle(spec, async ({ actor, params, body }) => {
  const taken = await takeLease(actor, body.cohortId, params.submissionId);
  if (taken.ok) return reply(200, taken.value);
  return refuseReview(taken.reason, taken.reason === 'taken' ? { body: { until: taken.detail?.until } } : {});
});

/** Leaves the draft to others; leaving twice is one. */
export const DELETE = handle(spec, async ({ actor, params, body }) => {
  await releaseLease(actor, body.cohortId, params.submissionId);
  return reply(200, {});
});
