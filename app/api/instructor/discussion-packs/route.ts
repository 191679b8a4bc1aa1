import { packMarkdown } from '@/components/team-map/pack-markdown';
import { PackQuerySchema } from '@/schemas/team-map';
import { handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { refuse, replyWithFile } from '@/server/http/reply';
import { exportPack } from '@/server/team-map/export-pack';

/** The discussion pack of one scenario as Markdown. */
export const GET = handleOwnRead({ query: PackQuerySchema, rate: RATES.file }, async ({ actor, query }) => {
  const pack = await exportPack(actor, query.cohort, query.scenario);
  if (!pack)
    return refuse(404, 'unknown-pack', 'There is no such cohort or exercise. Open the decision map and go from there.');
  return replyWithFile(`discussion-${query.scenario}.md`, 'text/markdown', packMarkdown(pack));
});
