import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { openPlacement } from '@/server/placement';

/** Begins a placement, or hands back the one under way. */
export const POST = handle({ body: EmptyBodySchema, params: z.object({}), rate: RATES.quiz }, async ({ actor }) => {
  const opened = await openPlacement(actor);
  if (opened.ok) return reply(200, { view: opened.value });
  return refuse(404, opened.reason, 'This course has no placement. Start with its first lesson, or choose a path.');
});
