import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { DecisionIdSchema } from '@/schemas/ids';
import { selectDecisionFeedback } from '@/server/decisions/decision-feedback';
import { unknownDecision } from '@/server/decisions/refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Reads the stored record against the seven points. Stores nothing. */
export const POST = handle(
  { body: EmptyBodySchema, params: z.object({ decisionId: DecisionIdSchema }), rate: RATES.feedback },
  async ({ actor, params: { decisionId } }) => {
    const read = await selectDecisionFeedback(actor, decisionId);
    return read ? reply(200, read) : unknownDecision();
  },
);
