import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { makeFeed, revokeFeed } from '@/server/calendar/feeds';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** Makes the secret address of one's calendar; an older one stops working. The path is in the reply and nowhere else. */
export const POST = handle(
  { body: EmptyBodySchema, params: z.object({}), rate: RATES.report, isClosedInPreview: true },
  async ({ actor }) => {
    const { token } = await makeFeed(actor);
    return reply(201, { path: `/api/calendar/${token}.ics` });
  },
);

/** The address stops working. */
export const DELETE = handle(
  { body: EmptyBodySchema, params: z.object({}), rate: RATES.report, isClosedInPreview: true },
  async ({ actor }) => {
    await revokeFeed(actor);
    return reply(200, {});
  },
);
