import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { keyboard, tabTo } from '../support/hands';

/** The dates of the demo cohort, whose people are always the same, and what pages over all cohorts leave out. */
const OVERVIEW = '/instructor/cohorts/demo-cohort/overview';
const dataDir = mkdtempSync(join(tmpdir(), 'defensible-dates-'));
let app: App;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp({ dataDir, words: ['--demo'] });
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function send(page: Page, path: string, data: object): Promise<void> {
  const reply = await page.request.post(`${app.baseURL}${path}`, { data, headers: { origin: app.baseURL } });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
}

async function becomeOwner(page: Page): Promise<void> {
  const person = { name: 'Ines Tutor', email: 'ines@example.org', password: 'another long phrase' };
  await send(page, '/api/auth/sign-up/email', person);
  const token = new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1);
  await send(page, `/api/claims/${token}`, {});
}

/** Checks the page as it is, on a phone as well, and leaves a picture where one is asked for. */
async function expectSound(page: Page, name: string): Promise<void> {
  expect(await violations(page), name).toEqual([]);
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}-1280.png`), fullPage: true });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  if (folder) {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: join(folder, `${name}-390-dark.png`), fullPage: true });
    await page.emulateMedia({ colorScheme: 'light' });
  }
  await page.setViewportSize({ width: 1280, height: 860 });
}

test('who is overdue, found by keyboard, and the demo cohort that figures of all leave out', async ({ browser }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ baseURL: app.baseURL, viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto('/');
  await becomeOwner(page);
  await page.goto(OVERVIEW);
  await expect(page.getByRole('columnheader', { name: 'Due', exact: true })).toBeVisible();
  await tabTo(page.getByLabel('Show', { exact: true }));
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/standing=overdue/);
  await expect(page.getByRole('cell', { name: '1 overdue' }).first()).toBeVisible();
  await expectSound(page, 'overview');

  await page.goto('/instructor/items');
  await expect(page.getByText(/is left out of these figures/)).toBeVisible();
  await expectSound(page, 'items');
  await keyboard.activate(page.getByRole('link', { name: 'Show that cohort alone' }));
  await expect(page).toHaveURL(/cohort=demo-cohort/);
  await expect(page.getByText(/is left out of these figures/)).toHaveCount(0);
  await page.goto('/instructor/trust');
  await expectSound(page, 'trust');
  await expect(page.getByRole('link', { name: 'Show that cohort alone' })).toHaveAttribute(
    'href',
    /cohort=demo-cohort/,
  );
});
