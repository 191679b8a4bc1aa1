import { z } from 'zod';
import { CohortIdSchema, LearnerIdSchema } from '@/schemas/ids';
import { PersonChangeSchema } from '@/schemas/roster';
import { type ChangeRefusal, changePerson } from '@/server/cohorts/change-person';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const refusals: Readonly<Record<ChangeRefusal, readonly [number, string]>> = {
  'unknown-person': [404, 'This person is not in the cohort any more. Load the page again.'],
  'unknown-cohort': [404, 'There is no such cohort any more. Load the page again.'],
  archived: [409, 'An archived cohort takes nobody in. An owner can restore it.'],
  guest: [409, 'A guest can hold no role, because only their browser knows them. Let them make an account first.'],
  demo: [409, 'This person is made up and belongs to the demo cohort; nobody can sign in as them.'],
  everybody: [409, 'Everybody studies at their own pace, and the demo stays as it is: nobody is put in or taken out.'],
  'same-cohort': [409, 'This is the cohort that they are in. Choose another.'],
};

/** Gives or takes a role, withdraws, readmits or transfers one person. */
export const PUT = handle(
  {
    body: PersonChangeSchema,
    params: z.object({ cohortId: CohortIdSchema, learnerId: LearnerIdSchema }),
    rate: RATES.cohort,
  },
  async ({ actor, params, body }) => {
    const changed = await changePerson(actor, params.cohortId, params.learnerId, body);
    if (changed.ok) return reply(200, {});
    const [status, message] = refusals[changed.reason];
    return refuse(status, changed.reason, message);
  },
);
