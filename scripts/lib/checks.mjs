import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { buildIfNeeded } from './build.mjs';
import { root } from './root.mjs';
import { runAloud } from './run.mjs';

const bin = (path, ...args) => [join(root, 'node_modules', path), ...args];

/** Every check of `npm test`, in order: what is quick and most often wrong comes first. */
export const checks = [
  { name: 'format', run: () => npmScript('check:format') },
  { name: 'lint', run: () => npmScript('check:lint') },
  { name: 'types', run: () => npmScript('check:types') },
  { name: 'imports', run: () => npmScript('check:imports') },
  { name: 'content', run: () => npmScript('check:content') },
  { name: 'unit', run: () => vitest('unit', 'architecture', 'contract') },
  { name: 'build', run: build },
  { name: 'integration', run: () => vitest('integration') },
  { name: 'attack', run: () => vitest('attack') },
  { name: 'e2e', run: playwright },
];

/** A check that is not made of tests counts as one. */
async function npmScript(script) {
  return tally(await runAloud('npm', ['run', '--silent', script]));
}

async function build() {
  await buildIfNeeded();
  return tally(true);
}

const tally = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

async function vitest(...projects) {
  const report = freshReport(projects[0]);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ok = await runAloud(process.execPath, bin('vitest/vitest.mjs', 'run', ...chosen, ...reporters));
  return count(ok, report, (found) => {
    // A file that cannot be loaded has no tests to count, yet it has failed.
    const brokenFiles = found.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    );
    return {
      passed: found.numPassedTests,
      failed: found.numFailedTests + brokenFiles.length,
      skipped: found.numPendingTests + found.numTodoTests,
    };
  });
}

async function playwright() {
  const report = freshReport('e2e');
  const env = { ...process.env, CHROMIUM_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const ok = await runAloud(process.execPath, bin('playwright/cli.js', 'test', '--reporter=list,json'), { env });
  return count(ok, report, ({ stats }) => {
    // Only CI tries again: on a shared machine a browser may stall. It is said aloud, so that nobody takes it for calm.
    if (stats.flaky > 0) console.log(`${stats.flaky} browser tests passed only when tried again.`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

function freshReport(name) {
  const report = join(root, '.cache/reports', `${name}.json`);
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  return report;
}

/** Reads the figures of a report. A runner that failed without naming a failed test still counts as one failure. */
function count(ok, report, read) {
  try {
    const figures = read(JSON.parse(readFileSync(report, 'utf8')));
    return ok || figures.failed > 0 ? figures : { ...figures, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
