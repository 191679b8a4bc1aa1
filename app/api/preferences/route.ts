import { z } from 'zod';
import { SavePreferencesBodySchema } from '@/schemas/api';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { savePreferences } from '@/server/preferences';

/** Stores what a person chose, such as the plain editor. */
export const PUT = handle(
  { body: SavePreferencesBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => reply(200, { preferences: await savePreferences(actor, body) }),
);
