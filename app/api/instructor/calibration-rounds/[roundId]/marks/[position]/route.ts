import { z } from 'zod';
import { CalibrationRoundIdSchema, MarkAnswerBodySchema, ROUND_LENGTH } from '@/schemas/calibration-round';
import { markAnswer } from '@/server/calibration/mark-round';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const REFUSALS = {
  'unknown-round': [404, 'There is no such answer to mark any more. Load the page again for the next one.'],
  'not-whole': [422, 'Give every criterion of this answer a level, and no other. Then send it again.'],
  'already-marked': [
    409,
    'This answer was marked already, in another tab perhaps. Load the page again for the next one.',
  ],
} as const;

const ParamsSchema = z.object({
  roundId: CalibrationRoundIdSchema,
  position: z.coerce
    .number()
    .int()
    .min(0)
    .max(ROUND_LENGTH - 1),
});

/** Marks one answer of a round. It is marked once, and changes no grade. */
export const PUT = handle(
  { body: MarkAnswerBodySchema, params: ParamsSchema, rate: RATES.small },
  async ({ actor, params, body }) => {
    const marked = await markAnswer(actor, params.roundId, params.position, body.levels);
    if (marked.ok) return reply(200, marked.value);
    const [status, message] = REFUSALS[marked.reason];
    return refuse(status, marked.reason, message);
  },
);
