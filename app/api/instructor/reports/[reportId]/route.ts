import { z } from 'zod';
import { ReportIdSchema } from '@/schemas/ids';
import { AnswerReportBodySchema } from '@/schemas/problem-report';
import { handle } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, reply } from '@/server/http/reply';
import { answerReport } from '@/server/reports/report-desk';

/** Answers a learner's report; answering again replaces the answer. */
export const PUT = handle(
  { body: AnswerReportBodySchema, params: z.object({ reportId: ReportIdSchema }), rate: RATES.small },
  async ({ actor, params, body }) => {
    const answered = await answerReport(actor, params.reportId, body);
    if (answered.ok) return reply(200, {});
    return refuse(404, answered.reason, 'There is no such report any more. Load the list again.');
  },
);
