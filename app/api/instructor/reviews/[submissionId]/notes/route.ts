import { z } from 'zod';
import { SubmissionIdSchema } from '@/schemas/ids';
import { NoteBodySchema } from '@/schemas/review-desk';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { refuseReview } from '@/server/http/review-refusals';
import { addNote } from '@/server/reviews/review-notes';

/** Adds a note for the others who review. A retry under the same key adds nothing. */
export const POST = handle(
  { body: NoteBodySchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.feedback },
  async ({ actor, request, params, body: { cohortId, text } }) => {
    const idempotencyKey = readIdempotencyKey(request);
    if (typeof idempotencyKey !== 'string') return idempotencyKey;
    const added = await addNote(actor, cohortId, params.submissionId, { text, idempotencyKey });
    return added ? reply(201, {}) : refuseReview('unknown-submission');
  },
);
