import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { keyboard, tabTo } from '../support/hands';

/** The views of the demo cohort, whose people are always the same. */
const OVERVIEW = '/instructor/cohorts/demo-cohort/overview';
const TEACHER = { name: 'Ines Tutor', email: 'ines@example.org', password: 'another long phrase' };

test.describe.configure({ mode: 'serial' });

const dataDir = mkdtempSync(join(tmpdir(), 'defensible-dashboard-'));
let app: App;
let cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>>;

async function send(page: Page, path: string, data: object) {
  const reply = await page.request.post(path, { data, headers: { origin: app.baseURL } });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
}

async function deskPage(browser: Browser, options: object = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.baseURL,
    viewport: { width: 1280, height: 860 },
    ...options,
  });
  await context.addCookies(cookies);
  return context.newPage();
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  app = await startApp({ dataDir, words: ['--demo'] });
  const page = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
  await page.goto('/');
  await send(page, '/api/auth/sign-up/email', TEACHER);
  const token = new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1);
  await send(page, `/api/claims/${token}`, {});
  cookies = await page.context().cookies();
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('from the desk to a person by keyboard alone, with a filter that stays in the address', async ({ browser }) => {
  const page = await deskPage(browser);
  await page.goto('/instructor');
  const cohorts = page.getByRole('region', { name: 'Cohorts' });
  await keyboard.activate(cohorts.getByRole('link', { name: /^Demo cohort/ }));
  await keyboard.activate(page.getByRole('navigation', { name: /^Views of/ }).getByRole('link', { name: 'Progress' }));
  await expect(page).toHaveURL(new RegExp(`${OVERVIEW}$`));
  await expect(page.getByRole('heading', { name: 'Who needs somebody today' })).toBeVisible();
  const rows = page.getByRole('table').getByRole('rowheader').filter({ hasText: '(demo)' });
  const all = await rows.count();
  const name = (await rows.first().innerText()).trim();
  await keyboard.write(page.getByLabel('Find a person by name or e-mail'), name.slice(0, 8));
  await expect(page).toHaveURL(/q=/);
  await expect(rows).toHaveCount(1);
  expect(all).toBeGreaterThan(1);
  const again = await deskPage(browser);
  await again.goto(page.url());
  await expect(again.getByRole('table').getByRole('rowheader').filter({ hasText: '(demo)' })).toHaveCount(1);
  await tabTo(page.getByRole('table').getByRole('link', { name }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What happened, newest first' })).toBeVisible();
});

test('from the weakest belief to the words that show it, and to a file', async ({ browser }) => {
  const page = await deskPage(browser);
  await page.goto(OVERVIEW);
  await page
    .getByRole('navigation', { name: /^Views of/ })
    .getByRole('link', { name: 'Gaps' })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /gets wrong$/ })).toBeVisible();
  const beliefs = page.getByRole('table', { name: /Beliefs/ });
  if ((await beliefs.count()) > 0) {
    await beliefs.getByRole('link').first().click();
    await expect(page.getByText(/is noted in the record of acts/)).toBeVisible();
  }
  await page.goto(OVERVIEW);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Overview, CSV' }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\ufefflearner id,name')).toBe(true);
  expect(text.split('\r\n').length).toBeGreaterThan(5);
});

test('the form works without script', async ({ browser }) => {
  const page = await deskPage(browser, { javaScriptEnabled: false });
  await page.goto(OVERVIEW);
  await page.getByLabel('Show').selectOption('at-risk');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/standing=at-risk/);
});

test('nobody else finds it', async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
  await page.goto(OVERVIEW);
  await expect(page.getByText('(demo)')).toHaveCount(0);
  await page.goto('/');
  await send(page, '/api/guest', {});
  for (const view of ['overview', 'risk', 'gaps']) {
    const reply = await page.goto(`/instructor/cohorts/demo-cohort/${view}`);
    expect(reply?.status()).toBe(404);
  }
  const file = await page.request.get('/api/instructor/cohort-exports?cohort=demo-cohort&what=overview&format=csv');
  expect(file.status()).toBe(403);
});
