import { z } from 'zod';
import { SubmitBodySchema } from '@/schemas/api';
import { ATTEMPT_CLOSED } from '@/server/http/attempt-closed';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { submitHandIn } from '@/server/submit-hand-in';

/** Takes a decision record. Answered only after it is stored; a retry under the same key gets the same answer. */
export const POST = handle(
  { body: SubmitBodySchema, params: z.object({}), rate: RATES.submit },
  async ({ actor, request, body }) => {
    const idempotencyKey = readIdempotencyKey(request);
    if (typeof idempotencyKey !== 'string') return idempotencyKey;
    const handed = await submitHandIn(actor, { ...body, idempotencyKey });
    if (handed.ok) return reply(201, handed.value);
    if (handed.reason === 'unknown-exercise')
      return refuse(
        404,
        handed.reason,
        `The course has no exercise ${body.scenarioId}. Go back to the course and open it from there.`,
      );
    if (handed.reason === 'incomplete')
      return refuse(
        422,
        handed.reason,
        `The record is not complete: ${handed.detail}. Complete it and hand it in again.`,
      );
    if (handed.reason === 'no-hand-ins-left')
      return refuse(
        409,
        handed.reason,
        `${handed.detail}, and they are used up. Your text is kept as a draft; ask an instructor if it should be read.`,
      );
    if (handed.reason === 'attempt-closed') return refuse(409, handed.reason, ATTEMPT_CLOSED);
    return refuse(409, handed.reason, 'This key was used for another text. Hand in again from the exercise page.');
  },
);
