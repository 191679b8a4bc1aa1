import { z } from 'zod';
import { RebuttalBodySchema } from '@/schemas/api';
import { SubmissionIdSchema } from '@/schemas/ids';
import { submitRebuttal } from '@/server/contrary/submit-rebuttal';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const REFUSALS = {
  'unknown-submission': [404, 'There is no such hand-in, or it has no other side. Open it from its result page.'],
  'not-opened': [409, 'The other side of this hand-in was not opened yet. Open it from the result page first.'],
  'case-expired': [
    409,
    'This case was rewritten or taken out since you opened the page, so the reply cannot be taken. It stays here and on this device; copy what you need and load the page again.',
  ],
  'key-reused': [409, 'This key was used for another text. Hand in again from the page of the other side.'],
} as const;

/** Takes one reply to the other side. Answered only after it is stored; a retry under the same key gets the same answer. */
export const POST = handle(
  { body: RebuttalBodySchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.submit },
  async ({ actor, request, body, params }) => {
    const idempotencyKey = readIdempotencyKey(request);
    if (typeof idempotencyKey !== 'string') return idempotencyKey;
    const handed = await submitRebuttal(actor, { ...body, ...params, idempotencyKey });
    if (handed.ok) return reply(201, handed.value);
    const [status, message] = REFUSALS[handed.reason];
    return refuse(status, handed.reason, message);
  },
);
