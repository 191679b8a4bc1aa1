import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { faultsOf, motionOf, sidewaysOf } from '../support/access/checks';
import { STATES } from '../support/access/entries';
import { routes } from '../support/access/routes';
import { makeWorld, WHOS, type Who, type World } from '../support/access/world';
import { type App, startApp } from '../support/app';
import { colourViolations, violations } from '../support/axe';

/** Every page there is, in every state of tests/support/access/entries.ts, in an app with people and work in it. */
const dataDir = mkdtempSync(join(tmpdir(), 'defensible-access-'));
let app: App;
let world: World;
let pages: Record<Who, Page>;
const contexts: BrowserContext[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  app = await startApp({ dataDir, words: ['--demo'] });
  world = await makeWorld(browser, app);
  const opened = await Promise.all(
    WHOS.map(async (who) => {
      const context = await browser.newContext({ baseURL: app.baseURL, reducedMotion: 'reduce', locale: 'en-GB' });
      contexts.push(context);
      await context.addCookies(world.cookies[who]);
      return [who, await context.newPage()] as const;
    }),
  );
  pages = Object.fromEntries(opened) as Record<Who, Page>;
});
test.afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('every page of the app is looked at', () => {
  expect(Object.keys(STATES).sort()).toEqual(routes());
});

/** Light, dark and forced colours; 1280, 640 (a desktop at 200 %) and 320 px wide. */
async function faultsEverywhere(page: Page): Promise<string[]> {
  const faults: string[] = [];
  const look = async (where: string, find: (page: Page) => Promise<string[]>) =>
    faults.push(...(await find(page)).map((fault) => `${where}: ${fault}`));
  await look('light', violations);
  await look('page', faultsOf);
  await look('motion', motionOf);
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('dark', colourViolations);
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await look(`${width} px`, sidewaysOf);
  }
  await look('320 px', faultsOf);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 860 });
  return faults;
}

for (const [route, states] of Object.entries(STATES))
  test(`${route} can be read by anybody`, async () => {
    test.setTimeout(60_000);
    for (const [who, at] of states) {
      const address = typeof at === 'string' ? at : at(world);
      const page = pages[who];
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await faultsEverywhere(page), `${who}: ${address}`).toEqual([]);
    }
  });
