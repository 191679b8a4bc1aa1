import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { tabTo } from '../support/hands';

let app: App;
let dataDir: string;
test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-figures-'));
  app = await startApp({ dataDir });
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function send(page: Page, method: 'post' | 'put', path: string, data: object): Promise<void> {
  const answer = await page.request[method](`${app.baseURL}${path}`, { data, headers: { origin: app.baseURL } });
  expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
}

async function becomeOwner(page: Page): Promise<void> {
  const person = { name: 'Ines Tutor', email: 'ines@example.org', password: 'correct horse battery' };
  await send(page, 'post', '/api/auth/sign-up/email', person);
  const token = new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1);
  await send(page, 'post', `/api/claims/${token}`, {});
}

async function expectNoSidewaysScroll(page: Page) {
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 860 });
}

/** The same with a mouse, for the answers after the first. */
async function markAll(page: Page): Promise<void> {
  const groups = page.getByRole('group').filter({ has: page.getByRole('radio') });
  for (let at = 0; at < (await groups.count()); at += 1) await groups.nth(at).getByRole('radio').nth(1).check();
  await page.getByRole('button', { name: 'Keep these marks and go on' }).click();
}

/** Gives every criterion of the answer on the screen a level, with Tab and an arrow key alone. */
async function markByKeyboard(page: Page): Promise<void> {
  const groups = page.getByRole('group').filter({ has: page.getByRole('radio') });
  for (let at = 0; at < (await groups.count()); at += 1) {
    await tabTo(groups.nth(at).getByRole('radio'));
    await page.keyboard.press('ArrowRight');
  }
  await tabTo(page.getByRole('button', { name: 'Keep these marks and go on' }));
  await page.keyboard.press('Enter');
}

test('an instructor reads the figures, marks ten answers blind by keyboard, leaves, goes on, and compares', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await becomeOwner(page);
  for (const [path, heading] of [
    ['/instructor/items', 'Items to fix'],
    ['/instructor/trust', 'How far to trust the grader'],
  ] as const) {
    await page.goto(`${app.baseURL}${path}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
  await page.goto(`${app.baseURL}/instructor/trust/calibration`);
  await expect(page.getByText('You have not marked any yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Draw ten answers' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Answer 1 of 10' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Keep these marks and go on' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'lack a level' })).toBeVisible();
  await markByKeyboard(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Answer 2 of 10' })).toBeVisible();
  await page.goto(`${app.baseURL}/instructor/trust/calibration`);
  await page.getByRole('button', { name: 'Go on: 1 of 10 are marked' }).click();
  for (let answer = 2; answer <= 10; answer += 1) {
    await expect(page.getByRole('heading', { level: 1, name: `Answer ${answer} of 10` })).toBeVisible();
    await markAll(page);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'You, the grader and the reference' })).toBeVisible();
  await expect(page.getByRole('row', { name: /You and the grader/ })).toContainText('n = 10');
  expect(await violations(page)).toEqual([]);
  await expectNoSidewaysScroll(page);
});
