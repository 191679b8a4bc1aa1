import { join } from 'node:path';
import { Refusal } from './report.mjs';
import { root } from './root.mjs';
import { lastLines, runQuietly } from './run.mjs';

/**
 * Brings the database up to date and, while nobody is an instructor yet, answers with the sentence that holds the
 * one-time link. It runs as a process of its own because the server's sources are TypeScript.
 */
export async function prepareDatabase(env) {
  const args = ['--conditions=react-server', '--import', 'tsx', join(root, 'server/commands/prepare.ts')];
  const { ok, output } = await runQuietly(process.execPath, args, { env });
  if (!ok) throw new Refusal(lastLines(output));
  return output.trim();
}
