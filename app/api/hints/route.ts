import { z } from 'zod';
import { OpenHintBodySchema } from '@/schemas/hint';
import { openHint } from '@/server/hints';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Opens a further hint for a criterion and notes that it was opened. */
export const POST = handle(
  { body: OpenHintBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    const opened = await openHint(actor, body);
    if (opened.ok) return reply(200, { hint: opened.value });
    if (opened.reason === 'unknown-hint')
      return refuse(
        404,
        opened.reason,
        'There is no hint for this criterion. Load the exercise again to see which criteria are still open.',
      );
    return refuse(409, opened.reason, 'This step does not open yet. Take the steps in order, from the question on.');
  },
);
