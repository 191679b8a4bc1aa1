import { z } from 'zod';
import { AddDecisionBodySchema } from '@/schemas/api';
import { MOST_DECISIONS } from '@/schemas/decision';
import { addDecision } from '@/server/decisions/decisions';
import { DECISION_BODY_BYTES, tooLarge } from '@/server/decisions/refusals';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Adds a decision of the learner's own, empty or imported. */
export const POST = handle(
  { body: AddDecisionBodySchema, params: z.object({}), rate: RATES.submit, maxBytes: DECISION_BODY_BYTES },
  async ({ actor, request, body }) => {
    const key = readIdempotencyKey(request);
    if (typeof key !== 'string') return key;
    const added = await addDecision(actor, key, body.record);
    if (added.ok) return reply(201, { decisionId: added.value.decision.id, version: added.value.decision.version });
    if (added.reason === 'too-large') return tooLarge();
    if (added.reason === 'key-reused')
      return refuse(409, added.reason, 'This key was used for another record. Try again from the page of the studio.');
    return refuse(
      409,
      added.reason,
      `You keep ${MOST_DECISIONS} decisions, which is the most. Export and delete one that you no longer need, then try again.`,
    );
  },
);
