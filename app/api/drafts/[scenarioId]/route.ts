import { z } from 'zod';
import { SaveDraftBodySchema } from '@/schemas/api';
import { ScenarioIdSchema } from '@/schemas/ids';
import { saveDraft } from '@/server/drafts';
import { ATTEMPT_CLOSED } from '@/server/http/attempt-closed';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Autosave: on top of a version, or 409 with the newer draft. */
export const PUT = handle(
  { body: SaveDraftBodySchema, params: z.object({ scenarioId: ScenarioIdSchema }), rate: RATES.draft },
  async ({ actor, params, body }) => {
    const saved = await saveDraft(actor, params.scenarioId, body.baseVersion, body.handIn, body.attempt);
    if (saved.ok) return reply(200, { draft: saved.value });
    if (saved.reason === 'unknown-exercise')
      return refuse(
        404,
        saved.reason,
        `The course has no exercise ${params.scenarioId}. Go back to the course and open it from there.`,
      );
    if (saved.reason === 'attempt-closed') return refuse(409, saved.reason, ATTEMPT_CLOSED);
    const message =
      'A newer version of this draft was saved elsewhere. Both texts are kept; choose which one to go on with.';
    return refuse(409, 'stale-draft', message, { body: { draft: saved.detail } });
  },
);
