import { z } from 'zod';
import { ChoosePathBodySchema } from '@/schemas/api';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { choosePath } from '@/server/path-choice';

/** Follows a path from now on, or none. */
export const PUT = handle(
  { body: ChoosePathBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    const chosen = await choosePath(actor, body.pathId);
    if (chosen.ok) return reply(200, chosen.value);
    return refuse(
      404,
      chosen.reason,
      'The course has no such path. Load the page with the paths again and choose one.',
    );
  },
);
