import { z } from 'zod';
import { EmptyBodySchema, SaveDecisionBodySchema } from '@/schemas/api';
import { DecisionIdSchema } from '@/schemas/ids';
import { removeDecision, saveDecision } from '@/server/decisions/decisions';
import { DECISION_BODY_BYTES, tooLarge, unknownDecision } from '@/server/decisions/refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const params = z.object({ decisionId: DecisionIdSchema });

/** Autosave: on top of a version, or 409 with the newer record. */
export const PUT = handle(
  { body: SaveDecisionBodySchema, params, rate: RATES.draft, maxBytes: DECISION_BODY_BYTES },
  async ({ actor, params: { decisionId }, body }) => {
    const saved = await saveDecision(actor, decisionId, body.baseVersion, body.record);
    if (saved.ok) return reply(200, { decision: saved.value });
    if (saved.reason === 'unknown-decision') return unknownDecision();
    if (saved.reason === 'too-large') return tooLarge();
    const message =
      'A newer version of this decision was saved elsewhere. Both are kept; choose which one to go on with.';
    return refuse(409, 'stale-decision', message, { body: { decision: saved.detail } });
  },
);

/** Deletes a decision with everything kept beside it. */
export const DELETE = handle(
  { body: EmptyBodySchema, params, rate: RATES.small },
  async ({ actor, params: { decisionId } }) => {
    await removeDecision(actor, decisionId);
    return reply(200, {});
  },
);
