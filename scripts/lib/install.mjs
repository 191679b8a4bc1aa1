import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, step } from './report.mjs';
import { root } from './root.mjs';
import { lastLines, runQuietly } from './run.mjs';

/** Installs exactly what package-lock.json names, unless that is what node_modules/ holds already. */
export async function installIfNeeded() {
  if (isInstalled()) return;
  // No package needs its install script, and a production environment still builds here.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'];
  const { ok, output } = await step('Installing packages', 'one to two minutes', () => runQuietly('npm', args));
  if (ok) return;
  throw new Refusal(
    `The packages could not be installed. npm said:\n\n${lastLines(output)}\n\n` +
      'Check the network connection (or the registry in your npm settings) and run the command again.',
  );
}

/**
 * npm writes node_modules/.package-lock.json when an installation is complete. It is up to date when it names the same
 * versions as package-lock.json; packages for other platforms are missing from it.
 */
function isInstalled() {
  try {
    const wanted = readPackages('package-lock.json');
    const found = readPackages('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, { version, optional }]) =>
        path === '' || (path in found ? found[path].version === version : optional === true),
    );
  } catch {
    return false;
  }
}

function readPackages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}
