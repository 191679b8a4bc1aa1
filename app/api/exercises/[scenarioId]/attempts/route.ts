import { z } from 'zod';
import { StartOverBodySchema } from '@/schemas/api';
import { ScenarioIdSchema } from '@/schemas/ids';
import { startOver } from '@/server/attempts/start-over';
import { ATTEMPT_CLOSED } from '@/server/http/attempt-closed';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Starts an exercise over with other figures. A repeated call gets the same answer. */
export const POST = handle(
  { body: StartOverBodySchema, params: z.object({ scenarioId: ScenarioIdSchema }), rate: RATES.small },
  async ({ actor, params, body }) => {
    const started = await startOver(actor, params.scenarioId, body.attempt);
    if (started.ok) return reply(201, started.value);
    switch (started.reason) {
      case 'unknown-exercise':
        return refuse(
          404,
          started.reason,
          `The course has no exercise ${params.scenarioId}. Go back to the course and open it from there.`,
        );
      case 'no-variants':
        return refuse(
          409,
          started.reason,
          `${params.scenarioId} has no other figures. Go on with the ones it has; you can hand in as often as you like.`,
        );
      case 'nothing-handed-in':
        return refuse(
          409,
          started.reason,
          'Nothing was handed in with these figures yet. Hand a draft in first, then start over.',
        );
      case 'attempt-closed':
        return refuse(409, started.reason, ATTEMPT_CLOSED);
      default:
        return started.reason satisfies never;
    }
  },
);
