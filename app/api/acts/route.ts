import { ActFileQuerySchema } from '@/schemas/audit';
import { exportActs } from '@/server/acts/select-acts';
import { handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { replyWithFile } from '@/server/http/reply';

/** The record of acts, as far as one's role opens it, as a file for a spreadsheet. */
export const GET = handleOwnRead({ query: ActFileQuerySchema, rate: RATES.file }, async ({ actor, query }) => {
  const { act = null, person = null, cohort = null, from = null, until = null } = query;
  const text = await exportActs(actor, { act, person, cohortId: cohort, from, until });
  return replyWithFile('acts.csv', 'text/csv', text);
});
