import { LabelledSampleQuerySchema } from '@/schemas/labelled-sample';
import { handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { replyWithFile } from '@/server/http/reply';
import { exportSamples } from '@/server/labelled-samples/labelled-samples';

/** What upheld appeals taught, in the format of the sample files of exercises. */
export const GET = handleOwnRead({ query: LabelledSampleQuerySchema, rate: RATES.file }, async ({ actor, query }) =>
  replyWithFile('labelled-samples.yaml', 'application/yaml', await exportSamples(actor, query.cohort)),
);
