import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Refusal } from './report.mjs';
import { root } from './root.mjs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Where a Chromium may come from, what costs nothing first. Each answers with a path, or with nothing. */
const candidates = [
  { name: 'the setting CHROMIUM_PATH', find: () => process.env.CHROMIUM_PATH },
  { name: "Playwright's own", find: (chromium) => chromium.executablePath() },
  { name: 'one installed on this system', find: () => SYSTEM_BROWSERS.find(existsSync) },
  { name: 'the npm package @sparticuz/chromium', find: unpackFromNpm },
  { name: "Debian's package (apt-get, one to three minutes)", find: installWithApt },
  { name: "Playwright's download (one to three minutes)", find: downloadWithPlaywright },
];

/** Path of a Chromium that renders a page. Every attempt is bounded in time; if none works, says what to do. */
export async function findBrowser() {
  const { chromium } = await import('playwright');
  const reasons = [];
  for (const { name, find } of candidates) {
    const { path, reason } = await attempt(chromium, find);
    if (path) {
      console.log(`Browser: ${name}, ${path}`);
      return path;
    }
    reasons.push(`  ${name}: ${reason}`);
  }
  throw new Refusal(
    `No Chromium that renders a page was found:\n${reasons.join('\n')}\n` +
      'Install Chromium or Chrome, or set CHROMIUM_PATH to the path of one, and run the command again.',
  );
}

async function attempt(chromium, find) {
  try {
    const path = await find(chromium);
    if (!path) return { reason: 'not there' };
    if (!existsSync(path)) return { reason: `nothing at ${path}` };
    await renderPage(chromium, path);
    return { path };
  } catch (problem) {
    return { reason: problem.message.split('\n')[0] };
  }
}

async function renderPage(chromium, executablePath) {
  const browser = await chromium.launch({ executablePath, timeout: 20_000 });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(10_000);
    await page.setContent('<p>rendered</p>');
    if ((await page.textContent('p')) !== 'rendered') throw new Error('it starts but does not render');
  } finally {
    await browser.close();
  }
}

async function unpackFromNpm() {
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { timeout: 120_000, stdio: 'ignore', env });
  const packages = ['--no-install-recommends', 'chromium', 'fonts-dejavu-core'];
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { timeout: 300_000, stdio: 'ignore', env });
  return SYSTEM_BROWSERS.find(existsSync);
}

function downloadWithPlaywright(chromium) {
  const command = ['node_modules/playwright/cli.js', 'install', 'chromium'];
  spawnSync(process.execPath, command, { cwd: root, timeout: 180_000, stdio: 'ignore' });
  return chromium.executablePath();
}
