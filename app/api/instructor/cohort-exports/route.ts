import { CohortExportQuerySchema } from '@/schemas/dashboard';
import { exportCohort } from '@/server/dashboard/export-cohort';
import { handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, replyWithFile } from '@/server/http/reply';

/** The overview of a cohort, or the attempts behind it, as a file. */
export const GET = handleOwnRead({ query: CohortExportQuerySchema, rate: RATES.file }, async ({ actor, query }) => {
  const made = await exportCohort(actor, query);
  if (!made)
    return refuse(404, 'unknown-cohort', 'There is no such cohort. Open the overview again and export from there.');
  return replyWithFile(made.name, made.type, made.body);
});
