import { z } from 'zod';
import { OrganisationBodySchema } from '@/schemas/roster';
import { renameOrganisation } from '@/server/cohorts/organisation';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';

/** An owner says what the organisation is called. */
export const PUT = handle(
  { body: OrganisationBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    await renameOrganisation(actor, body.name);
    return reply(200, {});
  },
);
