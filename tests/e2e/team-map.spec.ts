import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { keyboard } from '../support/hands';

/** The map of the demo cohort, and a round of everybody who studies at their own pace, in an app of its own. */
const MAP = '/instructor/cohorts/demo-cohort/map';
const LIVE = '/instructor/cohorts/self-paced/live/S01';
const TEACHER = { name: 'Ines Tutor', email: 'ines@example.org', password: 'another long phrase' };

test.use({ actionTimeout: 20_000 });

const dataDir = mkdtempSync(join(tmpdir(), 'defensible-team-map-'));
let app: App;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp({ dataDir, words: ['--demo'] });
});
test.afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function newPage(browser: Browser, viewport = { width: 1280, height: 860 }): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.baseURL,
    viewport,
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function send(page: Page, path: string, data: object, method: 'post' | 'put' = 'post') {
  const reply = await page.request[method](path, { data, headers: { origin: app.baseURL } });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
}

async function expectToFit(page: Page) {
  const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scroll).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

async function readMap(desk: Page) {
  await desk.goto('/instructor/cohorts/self-paced/map');
  await expect(desk.getByText('Nobody has handed in a decision record yet.')).toBeVisible();
  await desk.goto(MAP);
  await expect(desk.getByRole('heading', { level: 1, name: /splits$/ })).toBeVisible();
  expect(await violations(desk)).toEqual([]);
  await desk.emulateMedia({ colorScheme: 'dark' });
  await desk.setViewportSize({ width: 390, height: 844 });
  expect(await violations(desk)).toEqual([]);
  await expectToFit(desk);
  await desk.emulateMedia({ colorScheme: 'light' });
  await desk.setViewportSize({ width: 1280, height: 860 });
  await keyboard.activate(desk.getByRole('link', { name: /^Discussion pack/ }).first());
  await expect(desk.getByRole('heading', { name: 'Agenda' })).toBeVisible();
  expect(await violations(desk)).toEqual([]);
  const href = await desk.getByRole('link', { name: 'Download as Markdown' }).getAttribute('href');
  const file = await desk.request.get(href ?? '');
  expect(file.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  expect(await file.text()).toContain('## Agenda');
  await desk.emulateMedia({ media: 'print' });
  await expect(desk.getByRole('link', { name: 'Decision map' })).toBeHidden();
  await desk.emulateMedia({ media: 'screen' });
}

/** Opens a round and answers with its code. */
async function openRound(desk: Page): Promise<string> {
  await desk.goto(LIVE);
  await keyboard.activate(desk.getByRole('button', { name: 'Open a round' }));
  await expect(desk.getByRole('heading', { name: 'Decide, each alone' })).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Reveal' })).toBeDisabled();
  await expect(desk.getByText('Not enough yet.')).toBeVisible();
  expect(await violations(desk)).toEqual([]);
  const code = await desk.getByText(/^[2-9A-HJKMNP-Z]{6}$/).innerText();
  return code;
}

async function decideOnPhone(phone: Page, code: string) {
  await send(phone, '/api/guest', {});
  expect((await phone.goto('/live/222222'))?.status()).toBe(404);
  await expect(phone.getByRole('heading', { name: 'No round of your team has this code' })).toBeVisible();
  await phone.goto('/live');
  await keyboard.write(phone.getByLabel('Code on the wall'), code.toLowerCase());
  await keyboard.activate(phone.getByRole('button', { name: 'Join the round' }));
  await expect(phone.getByRole('heading', { name: 'Decide alone' })).toBeVisible();
  await keyboard.activate(phone.getByRole('button', { name: 'This is my decision' }));
  await expect(phone.getByRole('alert').filter({ hasText: 'Choose something for' })).toBeVisible();
  for (const part of await phone.locator('main fieldset').all())
    await keyboard.choose(part.getByRole('radio', { name: 'Go', exact: true }));
  await keyboard.write(phone.getByLabel('Why, in one line'), 'The date cannot move.');
  await expect(phone.getByText('Choose something for')).toHaveCount(0);
  expect(await violations(phone)).toEqual([]);
  await expectToFit(phone);
  await keyboard.activate(phone.getByRole('button', { name: 'This is my decision' }));
  await expect(phone.getByText('Your decision is in.')).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('Your decision is in.')).toBeVisible();
}

/** Four more guests decide, without pages of their own. */
async function othersDecide(browser: Browser, code: string) {
  const ids = ['http-api-and-business-rules', 'pdf-generation-worker', 'webhook-delivery'];
  for (const choice of ['go', 'rust', 'rust', 'go']) {
    const page = await newPage(browser);
    await send(page, '/api/guest', {});
    const choices = Object.fromEntries(ids.map((id) => [id, choice]));
    await send(page, `/api/live/${code}`, { choices, line: `It is ${choice} for the team.` }, 'put');
    await page.context().close();
  }
}

async function runRound(desk: Page, phone: Page) {
  await expect(desk.getByRole('button', { name: 'Reveal' })).toBeEnabled();
  await expect(desk.getByText('5 have decided')).toBeVisible();
  await keyboard.activate(desk.getByRole('button', { name: 'Reveal' }));
  await expect(desk.getByRole('heading', { name: 'Where we stand' })).toBeVisible();
  await expect(phone.getByRole('heading', { name: 'Where the team stands' })).toBeVisible();
  await expect(phone.getByText('The date cannot move.')).toBeVisible();
  expect(await violations(desk)).toEqual([]);
  await expectToFit(phone);
  await keyboard.activate(desk.getByRole('button', { name: 'Argue' }));
  await expect(desk.getByRole('timer')).toHaveText(/^[45]:\d\d$/);
  await desk.reload();
  await expect(desk.getByRole('timer')).toHaveText(/^[45]:\d\d$/);
  await keyboard.activate(desk.getByRole('button', { name: 'Decide again' }));
  await expect(phone.getByRole('heading', { name: 'Decide again, or stand by it' })).toBeVisible();
  await keyboard.activate(phone.getByRole('button', { name: 'This is my decision' }));
  await expect(phone.getByText('Your decision is in.')).toBeVisible();
  await keyboard.activate(desk.getByRole('button', { name: 'Show the shift' }));
  await expect(phone.getByText('Nobody changed a choice, or one person did.')).toBeVisible();
  await keyboard.activate(desk.getByRole('button', { name: 'Close the round' }));
  await keyboard.activate(desk.getByRole('button', { name: 'Close it and delete the decisions' }));
  await expect(phone.getByText('All decisions of it are deleted.')).toBeVisible();
  await expect(desk.getByText('Its decisions are deleted.')).toBeVisible();
  await expect(desk.getByRole('link', { name: 'Back to the decision map' })).toBeVisible();
}

async function consent(phone: Page) {
  await phone.goto('/account');
  const box = phone.getByRole('checkbox', { name: /^Show single sentences/ });
  await expect(box).not.toBeChecked();
  await keyboard.choose(box);
  await expect(phone.getByText('Saved.')).toBeVisible();
  await phone.reload();
  await expect(box).toBeChecked();
}

test('a map, a pack to print, and a round from the code on the wall to the shift, by keyboard', async ({ browser }) => {
  test.setTimeout(180_000);
  const [desk, phone] = [await newPage(browser), await newPage(browser, { width: 390, height: 844 })];
  await desk.goto('/');
  await send(desk, '/api/auth/sign-up/email', TEACHER);
  await send(desk, `/api/claims/${new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1)}`, {});
  await test.step('the map and the pack', () => readMap(desk));
  const code = await test.step('a round opens', () => openRound(desk));
  await test.step('a member decides on a phone', () => decideOnPhone(phone, code));
  await test.step('four others decide', () => othersDecide(browser, code));
  await test.step('reveal, argue, decide again, shift, close', () => runRound(desk, phone));
  await test.step('consent is off, and kept once given', () => consent(phone));
});
