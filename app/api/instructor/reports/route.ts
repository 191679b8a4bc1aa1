import { ReportFileQuerySchema } from '@/schemas/problem-report';
import { handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { replyWithFile } from '@/server/http/reply';
import { selectDeskReports } from '@/server/reports/report-desk';
import { reportsMarkdown } from '@/server/reports/reports-markdown';

/** The reports that the desk shows, as a file for the author of the course. */
export const GET = handleOwnRead({ query: ReportFileQuerySchema, rate: RATES.file }, async ({ actor, query }) => {
  const reports = await selectDeskReports(actor, { status: query.status ?? null, lessonId: query.lesson ?? null });
  return replyWithFile('reports.md', 'text/markdown', reportsMarkdown(reports));
});
