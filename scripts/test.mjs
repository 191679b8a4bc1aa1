/**
 * `npm test`: every check there is, on real databases and in a real browser. `npm test -- unit e2e` runs only those.
 * The last line counts tests, and each check that is not made of tests as one.
 */
import { checkNode } from './lib/check-node.mjs';
import { checks } from './lib/checks.mjs';
import { installIfNeeded } from './lib/install.mjs';
import { Refusal, runCommand } from './lib/report.mjs';

await runCommand(async () => {
  checkNode();
  const chosen = chooseChecks(process.argv.slice(2));
  await installIfNeeded();

  // A database, an address or a judge that the person's shell names must never be what tests write to or ask.
  for (const name of ['DATABASE_URL', 'DATA_DIR', 'BASE_URL', 'PORT', 'NODE_ENV', 'JUDGE']) delete process.env[name];
  process.env.NEXT_TELEMETRY_DISABLED = '1';

  const results = [];
  for (const check of chosen) results.push(await runCheck(check));
  const failed = results.filter((result) => result.failed > 0).map(({ name }) => name);
  console.log(failed.length === 0 ? '\nEvery check passed.' : `\nFailed: ${failed.join(', ')}.`);
  const sum = (part) => results.reduce((total, result) => total + result[part], 0);
  if (sum('skipped') > 0) console.log(`${sum('skipped')} tests were skipped.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(failed.length === 0 ? 0 : 1);
});

function chooseChecks(names) {
  const known = checks.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Refusal(`There is no check named "${unknown}". The checks are: ${known.join(', ')}.`);
  return names.length === 0 ? checks : checks.filter(({ name }) => names.includes(name));
}

async function runCheck({ name, run }) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const started = performance.now();
  const result = await run().catch((problem) => {
    console.error(problem instanceof Refusal ? problem.message : problem);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.failed === 0 ? 'passed' : 'FAILED'}: ${name}, ${seconds} s`);
  return { name, ...result };
}
