import { z } from 'zod';
import { ResetLinkBodySchema } from '@/schemas/api';
import { env } from '@/server/env';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { originOf } from '@/server/http/same-origin';
import { issueResetLink } from '@/server/instructor';

const refusals = {
  'unknown-learner': [404, 'There is no such learner in your cohorts. Go back to the overview.'],
  guest: [409, 'This learner is a guest and has no password. They can make an account on the account page.'],
  demo: [409, 'This is a demo person, whom nobody can sign in as.'],
  instructor: [
    403,
    'This learner is an instructor. Whoever runs the server makes the link: npm run reset-link -- E-MAIL.',
  ],
} as const;

/** An instructor makes a password link for one of their learners and hands it over. */
export const POST = handle(
  { body: ResetLinkBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body, request }) => {
    const issued = await issueResetLink(actor, body.learnerId, originOf(request, env()));
    if (issued.ok) return reply(200, issued.value);
    const [status, message] = refusals[issued.reason];
    return refuse(status, issued.reason, message);
  },
);
