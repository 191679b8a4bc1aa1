import { z } from 'zod';
import { ReportBodySchema } from '@/schemas/problem-report';
import { handle } from '@/server/http/handle';
import { readIdempotencyKey } from '@/server/http/idempotency-key';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { sendReport } from '@/server/reports/reports';

const refusals = {
  'unknown-target': [
    404,
    'What you report on is no longer here. Load the page again and report what stands there now.',
  ],
  'key-reused': [409, 'This key was used for another report. Close the report and open it again.'],
} as const;

/** Takes what a reader says is wrong. A retry under the same key gets the same answer. */
export const POST = handle(
  { body: ReportBodySchema, params: z.object({}), rate: RATES.report, isClosedInPreview: true },
  async ({ actor, request, body }) => {
    const idempotencyKey = readIdempotencyKey(request);
    if (typeof idempotencyKey !== 'string') return idempotencyKey;
    const sent = await sendReport(actor, { ...body, idempotencyKey });
    if (sent.ok) return reply(201, sent.value);
    const [status, message] = refusals[sent.reason];
    return refuse(status, sent.reason, message);
  },
);
