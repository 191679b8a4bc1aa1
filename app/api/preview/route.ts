import { z } from 'zod';
import { PreviewBodySchema } from '@/schemas/api';
import { env } from '@/server/env';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { reply } from '@/server/http/reply';
import { endPreview, startPreview } from '@/server/preview/preview';
import { previewCookie } from '@/server/preview/preview-cookie';

/** Looks at the course as a new learner from now on, begins that anew, or ends it and forgets what was done. */
export const POST = handle(
  { body: PreviewBodySchema, params: z.object({}), rate: RATES.small },
  async ({ actor, body }) => {
    const isSecure = env().baseUrl?.protocol === 'https:';
    if (body.to === 'end') {
      await endPreview(actor);
      return reply(200, {}, [previewCookie(null, isSecure)]);
    }
    return reply(200, {}, [previewCookie(await startPreview(actor), isSecure)]);
  },
);
