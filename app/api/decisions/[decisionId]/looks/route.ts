import { z } from 'zod';
import { ReconsiderBodySchema } from '@/schemas/api';
import { DecisionIdSchema } from '@/schemas/ids';
import { reconsiderDecision } from '@/server/decisions/reconsider';
import { unknownDecision } from '@/server/decisions/refusals';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Logs the answer to "would you still decide this?" and sets the next day. */
export const POST = handle(
  { body: ReconsiderBodySchema, params: z.object({ decisionId: DecisionIdSchema }), rate: RATES.small },
  async ({ actor, request, params: { decisionId }, body }) => {
    const idempotencyKey = readIdempotencyKey(request);
    if (typeof idempotencyKey !== 'string') return idempotencyKey;
    const looked = await reconsiderDecision(actor, decisionId, { ...body, idempotencyKey });
    return looked.ok ? reply(200, { decision: looked.value }) : unknownDecision();
  },
);
