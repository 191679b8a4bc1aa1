import { z } from 'zod';
import { SubmissionIdSchema } from '@/schemas/ids';
import { DecideBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { refuseReview } from '@/server/http/review-refusals';
import { decideOnAll } from '@/server/reviews/decide';

/** Confirms a grade or sets levels of it. A retry under the same key is the same decision. */
export const POST = handle(
  { body: DecideBodySchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.review },
  async ({ actor, request, params, body }) => {
    const idempotencyKey = readIdempotencyKey(request);
    if (typeof idempotencyKey !== 'string') return idempotencyKey;
    const decided = await decideOnAll(actor, params.submissionId, body, idempotencyKey);
    return decided.ok ? reply(201, decided.value) : refuseReview(decided.reason);
  },
);
