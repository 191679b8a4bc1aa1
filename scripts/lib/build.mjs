import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceFingerprint } from './fingerprint.mjs';
import { monacoPath } from './monaco-path.mjs';
import { Refusal, step } from './report.mjs';
import { root } from './root.mjs';
import { lastLines, runQuietly } from './run.mjs';

const stamp = join(root, '.next/sources.sha256');

/** Builds the editor and the app, unless the last complete build was made from these very sources. */
export async function buildIfNeeded() {
  if (!isBuilt(sourceFingerprint())) await buildAnew();
}

/** Builds whatever there was before, and leaves the stamp by which the next start knows this build again. */
export async function buildAnew() {
  const sources = sourceFingerprint();
  rmSync(stamp, { force: true });
  await step('Building the app', 'half a minute to a minute', async () => {
    await build('scripts/build-monaco.mjs');
    await build('node_modules/next/dist/bin/next', 'build');
    await build('node_modules/tsx/dist/cli.mjs', 'course/commands/compile-lessons.ts');
  });
  mkdirSync(join(root, '.next'), { recursive: true });
  writeFileSync(stamp, sources);
}

function isBuilt(sources) {
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === sources &&
    existsSync(join(root, '.next/BUILD_ID')) &&
    existsSync(join(root, 'public', monacoPath(), 'editor.js'))
  );
}

async function build(...args) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const { ok, output } = await runQuietly(process.execPath, args, { env });
  if (!ok) throw new Refusal(`The build failed (node ${args.join(' ')}):\n\n${lastLines(output, 60)}`);
}
