/**
 * `npm run check:advisories`: asks the registry whether a pinned package has a known advisory. Some registries do not answer
 * that question; then this says so, names the list kept by hand and fails, because not knowing is not the same as none.
 */
import { spawnSync } from 'node:child_process';
import { Refusal, runCommand } from './lib/report.mjs';
import { root } from './lib/root.mjs';

const KEPT = 'docs/advisories.md';

await runCommand(async () => {
  const asked = spawnSync('npm', ['audit', '--json', '--omit=dev'], { cwd: root, encoding: 'utf8', timeout: 120_000 });
  const answer = read(asked.stdout);
  if (!answer?.vulnerabilities)
    throw new Refusal(
      `The registry does not answer about advisories${answer?.message ? ` (${answer.message.split(' - ')[0]})` : ''}. Ask another one (npm audit --registry=…), or read ${KEPT}.`,
    );
  const found = Object.values(answer.vulnerabilities);
  for (const { name, severity, range, fixAvailable } of found)
    console.log(`${severity}: ${name} ${range}${fixAvailable ? ', a fixed version exists' : ', no fixed version yet'}`);
  if (found.length > 0)
    throw new Refusal(`${found.length} packages have known advisories. Compare ${KEPT}, then raise their versions.`);
  console.log('The registry knows of no advisory against what this project installs.');
});

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no JSON: npm could not ask at all
  }
}
