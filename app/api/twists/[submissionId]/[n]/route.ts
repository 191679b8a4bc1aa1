import { z } from 'zod';
import { TwistRoundBodySchema } from '@/schemas/api';
import { SubmissionIdSchema } from '@/schemas/ids';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { submitRound } from '@/server/twists/submit-round';

const REFUSALS = {
  'unknown-submission': [404, 'There is no such hand-in, or it has no rounds. Open the round from its result page.'],
  'twist-locked': [409, 'This round opens after the one before it. Hand that one in first.'],
  'twist-expired': [
    409,
    'This fact was rewritten or taken out since you opened the page, so the round cannot be taken. Your note stays here and on this device; copy what you need and load the page again.',
  ],
  'key-reused': [409, 'This key was used for another text. Hand in again from the page of the round.'],
} as const;

/** Takes one twist round. Answered only after it is stored; a retry under the same key gets the same answer. */
export const POST = handle(
  {
    body: TwistRoundBodySchema,
    params: z.object({ submissionId: SubmissionIdSchema, n: z.coerce.number().int().min(1).max(9) }),
    rate: RATES.submit,
  },
  async ({ actor, request, body, params }) => {
    const idempotencyKey = readIdempotencyKey(request);
    if (typeof idempotencyKey !== 'string') return idempotencyKey;
    const handed = await submitRound(actor, { ...body, ...params, idempotencyKey });
    if (handed.ok) return reply(201, handed.value);
    if (handed.reason === 'incomplete')
      return refuse(422, handed.reason, `The board is not complete: ${handed.detail}. Choose and hand in again.`);
    const [status, message] = REFUSALS[handed.reason];
    return refuse(status, handed.reason, message);
  },
);
