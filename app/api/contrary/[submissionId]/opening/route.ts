import { z } from 'zod';
import { EmptyBodySchema } from '@/schemas/api';
import { SubmissionIdSchema } from '@/schemas/ids';
import { openContrary } from '@/server/contrary/open-contrary';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const REFUSALS = {
  'unknown-submission': [404, 'There is no such hand-in, or it has no other side. Open it from its result page.'],
  'no-other-side': [409, 'Your picks agree with every case that is written here. Change a pick and hand in again.'],
} as const;

/** Opens the other side of a hand-in. Asking again opens nothing new and gets the same answer. */
export const POST = handle(
  { body: EmptyBodySchema, params: z.object({ submissionId: SubmissionIdSchema }), rate: RATES.submit },
  async ({ actor, params }) => {
    const opened = await openContrary(actor, params.submissionId);
    if (opened.ok) return reply(200, opened.value);
    const [status, message] = REFUSALS[opened.reason];
    return refuse(status, opened.reason, message);
  },
);
