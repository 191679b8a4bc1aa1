import { z } from 'zod';
import { readAdr } from '@/grader/studio/adr/read-adr';
import { ImportDecisionBodySchema } from '@/schemas/api';
import { fits } from '@/server/decisions/decision-store';
import { IMPORT_BODY_BYTES, tooLarge } from '@/server/decisions/refusals';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';

/** Takes a decision record in Markdown apart and says what went where. Stores nothing. */
export const POST = handle(
  { body: ImportDecisionBodySchema, params: z.object({}), rate: RATES.feedback, maxBytes: IMPORT_BODY_BYTES },
  async ({ body }) => {
    const read = readAdr(body.text);
    if (!read.ok)
      return refuse(read.reason === 'too-large' ? 413 : 422, read.reason, read.detail ?? 'The file cannot be read.');
    return fits(read.value.record) ? reply(200, read.value) : tooLarge();
  },
);
