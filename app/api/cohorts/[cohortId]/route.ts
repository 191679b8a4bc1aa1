import { z } from 'zod';
import { CohortIdSchema } from '@/schemas/ids';
import { CohortChangeBodySchema, DeleteCohortBodySchema } from '@/schemas/roster';
import { changeCohort, deleteCohort } from '@/server/cohorts/cohorts';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

const params = z.object({ cohortId: CohortIdSchema });

const refusals = {
  'unknown-cohort': [404, 'There is no such cohort any more. Go back to the list.', undefined],
  'name-taken': [409, 'Another cohort has this name. Choose one that people can tell apart.', 'name'],
  'built-in': [409, 'The course itself made this cohort; it cannot be renamed, archived or deleted.', undefined],
  'not-confirmed': [422, 'This is not the name of the cohort. Type it exactly as it stands above.', 'confirm'],
} as const;

function refuseFor(reason: keyof typeof refusals) {
  const [status, message, path] = refusals[reason];
  return refuse(status, reason, message, path === undefined ? {} : { path });
}

/** An owner renames a cohort, sets it aside, or takes it up again. */
export const PUT = handle(
  { body: CohortChangeBodySchema, params, rate: RATES.small },
  async ({ actor, params, body }) => {
    const changed = await changeCohort(actor, params.cohortId, body);
    return changed.ok ? reply(200, {}) : refuseFor(changed.reason);
  },
);

/** An owner deletes a cohort after typing its name; its people and their work stay. */
export const DELETE = handle(
  { body: DeleteCohortBodySchema, params, rate: RATES.small },
  async ({ actor, params, body }) => {
    const deleted = await deleteCohort(actor, params.cohortId, body.confirm);
    return deleted.ok ? reply(200, {}) : refuseFor(deleted.reason);
  },
);
