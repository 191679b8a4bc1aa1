import { ExportQuerySchema } from '@/schemas/api';
import { exportOwn } from '@/server/export/export-own';
import { handleOwnRead } from '@/server/http/handle';
import { RATES } from '@/server/http/rates';
import { replyWithFile } from '@/server/http/reply';

/** Everything one did, as a file to keep. */
export const GET = handleOwnRead(
  { query: ExportQuerySchema, rate: RATES.file, isClosedInPreview: true },
  async ({ actor, query: { format } }) =>
    replyWithFile(
      `defensible.${format}`,
      format === 'json' ? 'application/json' : 'text/markdown',
      await exportOwn(actor, format),
    ),
);
