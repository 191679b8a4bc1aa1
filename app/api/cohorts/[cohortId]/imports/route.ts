import { z } from 'zod';
import { CohortIdSchema } from '@/schemas/ids';
import { MOST_ROSTER_BYTES, RosterImportBodySchema } from '@/schemas/invite';
import { env } from '@/server/env';
import { handle } from '@/server/http/handle';
import { INVITE_REFUSALS } from '@/server/http/invite-refusals';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { originOf } from '@/server/http/same-origin';
import { importList } from '@/server/invites/import-list';
import type { ListRefusal } from '@/server/invites/read-list';

const refusals: Readonly<Record<ListRefusal, readonly [number, string]>> = {
  'too-large': [413, 'The list is larger than 1 MB. Send it in parts.'],
  'too-many-rows': [422, 'The list has more than 5,000 people. Send it in parts.'],
  empty: [422, 'There is nobody in this list. It needs a line for each person: email, name, role.'],
  'wrong-columns': [
    422,
    'The columns cannot be read. The first line should say email, name, role; only email must be there.',
  ],
  unreadable: [422, 'The list cannot be read as CSV. Look for a quotation mark that is not closed.'],
};

/** Says what a list of people would do to a cohort, or does it. */
export const POST = handle(
  {
    body: RosterImportBodySchema,
    params: z.object({ cohortId: CohortIdSchema }),
    rate: RATES.file,
    // JSON writes line breaks and quotation marks with two bytes each.
    maxBytes: 2 * MOST_ROSTER_BYTES,
  },
  async ({ actor, params, body, request }) => {
    const read = await importList(actor, params.cohortId, { ...body, origin: originOf(request, env()) });
    if (read.ok) return reply(200, { lines: read.value });
    const [status, message] = { ...refusals, ...INVITE_REFUSALS }[read.reason];
    const found = read.detail ? ` Found: ${read.detail}` : '';
    return refuse(status, read.reason, `${message}${found}`, { path: 'text' });
  },
);
