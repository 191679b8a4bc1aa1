import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { faultsOf, motionOf, sidewaysOf } from '../support/access/checks';
import { STATES } from '../support/access/entries';
import { focusFaultsOf } from '../support/access/focus';
import { routes } from '../support/access/routes';
import { LESSON, makeWorld, WHOS, type Who, type World } from '../support/access/world';
import { type App, startApp } from '../support/app';
import { colourViolations, violations } from '../support/axe';
import { mouse } from '../support/hands';
import { skipPrediction } from '../support/predictions';
import { itemOnScreen, respond } from '../support/quiz-answers';
import { modelRecord } from '../support/sample-record';

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

test('what is wrong is found', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 320, height: 600 } })).newPage();
  await page.setContent(`<html><title>No name of the site</title><style>
      :focus { outline: 2px solid #eee; outline-offset: 2px } .none:focus { outline: none }
      .top { position: fixed; inset: 0 0 auto; height: 300px; background: #ddd; z-index: 2 }
      .moves { animation: go 1s infinite } @keyframes go { to { opacity: 0 } }
    </style><div class="top"></div><nav></nav><main><h1>One</h1><h3>Three</h3><p class="moves" style="width: 500px">Wide</p>
      <button style="font-size: 5px; padding: 0">a</button><button style="font-size: 5px; padding: 0">▾</button>
      <a class="none" href="#x" style="position: fixed; top: 40px">Under the bar</a>
      <input type="password" name="key" onpaste="return false"><svg></svg><p draggable="true">Drag me</p></main></html>`);
  const found = [...(await faultsOf(page)), ...(await focusFaultsOf(page))].join('\n');
  for (const fault of [
    /title "No name/,
    /lang of the page/,
    /not one body > header/,
    /navigation without a name/,
    /h1 is followed by/,
    /skip link/,
    /target \d+ × \d+ close to another/,
    /no autocomplete: key/,
    /pasting is refused: key/,
    /a drag/,
    /named by a glyph/,
    /a drawing without words/,
    /no ring on <a> "Under the bar"/,
    /a ring of 1\.\d:1/,
    /the focus is covered on <a> "Under the bar"/,
  ])
    expect.soft(found).toMatch(fault);
  expect(await sidewaysOf(page)).toHaveLength(1);
  expect(await motionOf(page)).toEqual(['p.moves']);
  expect(await violations(page)).not.toEqual([]);
  await page.context().close();
});

test('every page of the app is looked at', () => {
  expect(Object.keys(STATES).sort()).toEqual(routes());
});

/** `npm run test:access` also looks in the dark, at 200 % and at every stop of Tab on every page, which takes twice as long. */
const isFull = process.env.ACCESS === 'full';

/** Light, and 320 px wide; in full also dark and 640 px wide (a desktop at 200 %), with the focus at each stop. */
async function faultsEverywhere(page: Page, isInDark: boolean): Promise<string[]> {
  const faults: string[] = [];
  const look = async (where: string, find: (page: Page) => Promise<string[]>) =>
    faults.push(...(await find(page)).map((fault) => `${where}: ${fault}`));
  await look('light', violations);
  await look('page', faultsOf);
  await look('motion', motionOf);
  if (isFull) await look('focus', focusFaultsOf);
  if (isFull || isInDark) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('dark', colourViolations);
  }
  for (const width of isFull ? [640, 320] : [320]) {
    await page.setViewportSize({ width, height: 800 });
    await look(`${width} px`, sidewaysOf);
  }
  await look('320 px', faultsOf);
  if (isFull) await look('320 px', focusFaultsOf);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 860 });
  return faults;
}

/** In full: which page had a title first. What is not there has one title, whatever was asked for. */
const titledBy = new Map<string, string>();

async function expectOwnTitle(page: Page, route: string): Promise<void> {
  const title = await page.title();
  if (title.startsWith('No such page')) return;
  expect.soft(titledBy.get(title) ?? route, `"${title}" is the title of two pages`).toBe(route);
  titledBy.set(title, route);
}

for (const [index, [route, states]] of Object.entries(STATES).entries())
  test(`${route} can be read by anybody`, async () => {
    test.setTimeout(60_000);
    for (const [who, at] of states) {
      const address = typeof at === 'string' ? at : at(world);
      const page = pages[who];
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await faultsEverywhere(page, index % 3 === 0), `${who}: ${address}`).toEqual([]);
      if (isFull) await expectOwnTitle(page, route);
    }
  });

/** What a screen reader is told, in files that a person reads, before anybody has done anything: accessibility.spec.ts-snapshots. */
const HEARD: readonly (readonly [string, Who, string | ((world: World) => string), string])[] = [
  ['home', 'visitor', '/', 'main section'],
  ['lesson-top', 'visitor', '/lessons/memory-as-a-budget', 'main header'],
  ['quiz-before', 'visitor', '/lessons/memory-as-a-budget/quiz', 'main'],
  ['board', 'visitor', '/exercises/S03', '[aria-labelledby="board-heading"]'],
];

for (const [name, who, at, part] of HEARD)
  test(`${name} is said as it was`, async () => {
    const page = pages[who];
    await page.goto(typeof at === 'string' ? at : at(world));
    await expect(page.locator(part).first()).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
  });

/** In light and in dark: only the colours differ. */
async function expectSound(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await colourViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('an answered item, the editor and a result have no violation', async () => {
  test.setTimeout(120_000); // five pages under axe, one of them long
  const { course } = await loadCourse();
  const quiz = course.lessons.find(({ lesson }) => lesson.id === LESSON)?.quiz;
  if (!quiz) throw new Error('no quiz');
  const page = pages.visitor;
  await page.goto(`/lessons/${LESSON}/quiz`);
  await page.getByRole('button', { name: 'Begin' }).click();
  await respond(page, mouse, await itemOnScreen(page, quiz), true);
  await expectSound(page);
  await page.getByRole('button', { name: 'I am sure' }).click();
  await expect(page.getByRole('button', { name: 'Next item' })).toBeVisible();
  await expectSound(page);

  const record = modelRecord(course, 'S01');
  await page.goto('/exercises/S01');
  for (const [component, choice] of Object.entries(record.choices))
    await page.locator(`input[type="radio"][name$="${component}"][value="${choice}"]`).check();
  await page.locator(`input[type="radio"][name*="boundary"][value="${record.boundary}"]`).check();
  await page.getByRole('textbox', { name: 'Decision record' }).focus();
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  await expectSound(page);
  await page.locator('.monaco-editor').first().click();
  await page.keyboard.insertText(record.explanation);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page).toHaveURL(/\/results\//);
  await expect(page.getByRole('heading', { name: 'Mark it yourself first' })).toBeVisible();
  await expectSound(page);
  await skipPrediction(page);
  await expect(page.locator('mark').first()).toBeVisible();
  await expectSound(page);
});

test('what opens over a page has no violation, and gives the focus back', async () => {
  const page = pages.instructor;
  await page.goto('/instructor');
  await page.locator('summary').filter({ hasText: 'Cohorts' }).click();
  await expectSound(page);
  await page.getByRole('link', { name: 'Reports' }).focus();
  for (const key of ['ControlOrMeta+k', '?']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectSound(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('link', { name: 'Reports' })).toBeFocused();
  }
});

test('on a phone the two bars of the desk are two lines, and what is marked is in sight', async () => {
  const page = pages.instructor;
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/instructor/cohorts/demo-cohort/messages');
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  const header = await page.locator('body > header').boundingBox();
  expect((heading?.y ?? 999) - (header?.height ?? 0)).toBeLessThan(160);
  await expect(page.getByRole('link', { name: 'Messages', exact: true })).toBeInViewport({ ratio: 1 });
  await page.goto(world.regrade);
  const marked = page.getByRole('navigation', { name: 'Desk' }).locator('[aria-current]');
  await expect(marked).toHaveText('Regrades');
  await expect(marked).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 860 });
});
