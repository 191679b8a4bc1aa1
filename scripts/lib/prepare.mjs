import { join } from 'node:path';
import { Refusal } from './report.mjs';
import { root } from './root.mjs';
import { lastLines, runQuietly } from './run.mjs';

/**
 * Brings the database up to date and answers with what the person should know: which migrations ran and, while nobody
 * is an instructor yet, the one-time link. `demo` is the flag about the demo cohort, if one was given. A process of its own, because the server's sources are TypeScript.
 */
export async function prepareDatabase(env, demo) {
  const args = [
    '--disable-warning=ExperimentalWarning',
    '--conditions=react-server',
    '--import',
    'tsx',
    join(root, 'server/commands/prepare.ts'),
    ...(demo ? [demo] : []),
  ];
  const { ok, output } = await runQuietly(process.execPath, args, { env });
  if (!ok) throw new Refusal(lastLines(output));
  return output.trim();
}
