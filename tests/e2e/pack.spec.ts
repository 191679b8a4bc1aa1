import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { keyboard } from '../support/hands';

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

const dataDir = mkdtempSync(join(tmpdir(), 'defensible-pack-'));
let app: App;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp({ dataDir });
});
test.afterAll(async () => {
  await app?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** The open attempt of a quiz began with another wording of its first question: what an edit of the course leaves. */
async function editOpenQuiz() {
  const { default: Sqlite } = await import('libsql');
  const db = new Sqlite(join(dataDir, 'defensible.db'));
  const attempt = db.prepare('select * from quiz_attempts order by openedAt desc').get() as Record<string, string>;
  const hashes = JSON.parse(attempt.itemHashes ?? '') as Record<string, string>;
  for (const [id, hash] of Object.entries(hashes)) {
    const kept = db.prepare('select item from item_snapshots where hash = ?').get(hash) as { item: string };
    const item = JSON.stringify({ ...JSON.parse(kept.item), stem: `As it was asked: ${id}` });
    db.prepare('insert into item_snapshots values (?, ?, ?)').run(`before-${hash}`, item, 1);
    hashes[id] = `before-${hash}`;
  }
  db.prepare('update quiz_attempts set "itemHashes" = ? where id = ?').run(JSON.stringify(hashes), attempt.id);
  db.close();
}

/** A lesson and an exercise under the banner, on both widths. */
async function lookAround(page: Page) {
  for (const path of ['/lessons/where-the-milliseconds-go', '/exercises/S01'])
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 860 });
      await page.goto(path);
      expect(await fits(page)).toBe(true);
    }
  await page.setViewportSize({ width: 1280, height: 860 });
}

async function send(page: Page, path: string, data: object) {
  const reply = await page.request.post(path, { data, headers: { origin: app.baseURL } });
  expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
}

test('the page about the course is whole without an account, on a phone, and on paper', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: app.baseURL, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto('/about');
  expect(await fits(page)).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['What you will be able to do', 'For whom', 'Who sees what of you'])
    await expect(page.getByRole('heading', { name })).toBeVisible();
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', /Rust, Go, both, or neither/);
  await expect(page.locator('meta[property="og:url"]')).toHaveAttribute('content', `${app.baseURL}/about`);
  // Nobody became anybody by reading it; the seed is the test run's own.
  expect((await context.cookies()).filter(({ name }) => name !== 'study_seed')).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('link', { name: 'Open the course' })).toBeHidden();
  await context.close();
});

test('from an empty installation to the steps, and through the course as a learner, by keyboard', async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: app.baseURL, viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  const account = { name: 'Ines Tutor', email: 'ines@example.org', password: 'another long phrase' };
  await send(page, '/api/auth/sign-up/email', account);
  await send(page, `/api/claims/${new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1)}`, {});
  await page.goto('/instructor/start');
  expect(await violations(page)).toEqual([]);
  const steps = page.getByRole('region', { name: 'Steps' }).getByRole('listitem');
  await expect(steps.first()).toContainText('Make a cohort next');
  await send(page, '/api/cohorts', { name: 'Platform team' });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Start with Platform team' })).toBeVisible();
  await expect(steps.nth(1)).toContainText('0 learners joined');
  await expect(page.getByLabel('With the invitation')).toHaveValue(new RegExp(`${app.baseURL}/about`));
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBe(true);
  await page.setViewportSize({ width: 1280, height: 860 });

  await page.goto('/instructor/preview');
  expect(await violations(page)).toEqual([]);
  await keyboard.activate(page.getByRole('button', { name: 'Look as a new learner' }));
  const banner = page.getByRole('region', { name: 'Preview as learner' });
  await expect(banner).toBeVisible();
  await expect(page.getByRole('link', { name: 'Instructor' })).toHaveCount(0);
  expect((await page.goto('/instructor'))?.status()).toBe(404);
  await page.goto('/lessons/where-the-milliseconds-go/quiz');
  await keyboard.activate(page.getByRole('button', { name: 'Begin', exact: true }));
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Where the milliseconds go');
  await editOpenQuiz();
  await page.reload();
  await expect(page.getByText('This quiz was edited since you began.')).toBeVisible();
  await expect(page.getByText('As it was asked:').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await keyboard.activate(page.getByRole('button', { name: 'Start anew with today’s questions' }));
  await expect(page.getByText('This quiz was edited since you began.')).toHaveCount(0);
  await expect(page.getByText('As it was asked:')).toHaveCount(0);
  await lookAround(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/account');
  await expect(page.getByRole('heading', { level: 1, name: 'The account page of a learner' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  expect(await fits(page)).toBe(true);
  expect(await violations(page, 'section[aria-label="Preview as learner"]')).toEqual([]);
  await keyboard.activate(banner.getByRole('button', { name: 'End the preview' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Look at the course as a learner' })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await page.goto('/lessons/where-the-milliseconds-go/quiz');
  await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeVisible();
  await context.close();
});
