import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { tabTo } from '../support/hands';
import { modelRecord } from '../support/sample-record';

/** A learner appeals by keys alone, somebody rules, the learner reads why; then a regrade is previewed, applied and taken back. */
const dataDir = mkdtempSync(join(tmpdir(), 'defensible-appeals-'));
const KIB = 1024;
const WHY = 'I do say when we would look at the decision again.';
const RULING = 'The condition is there, in plain words.';
const SENTENCE = 'We will decide anew when the nightly import takes longer than its two hours.';
let app: App;

test.beforeAll(async () => {
  app = await startApp({ dataDir });
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function newPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function send(page: Page, method: 'post' | 'put', address: string, data: unknown) {
  const headers = { origin: new URL(app.baseURL).origin, 'idempotency-key': crypto.randomUUID() };
  const reply = await page.request[method](address, { data, headers });
  expect(reply.ok(), `${address}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Record<string, unknown>;
}

async function handIn(browser: Browser, explanation: string) {
  const page = await newPage(browser);
  await send(page, 'post', '/api/guest', {});
  await send(page, 'put', '/api/preferences', { predictions: 'never' });
  const record = { ...modelRecord((await loadCourse()).course, 'S01'), explanation };
  const { submissionId } = await send(page, 'post', '/api/submissions', { scenarioId: 'S01', handIn: record });
  return { page, submissionId: String(submissionId) };
}

test('an appeal is upheld, the same is proposed for whoever says the same, applied and taken back', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const learner = await handIn(browser, `We like Go here. ${SENTENCE} That is all.`);
  const alike = await handIn(browser, `Nobody knows Rust. ${SENTENCE} So it goes.`);
  const desk = await newPage(browser);
  const person = { name: 'Ines Tutor', email: 'ines@example.org', password: 'a long enough phrase' };
  await send(desk, 'post', '/api/auth/sign-up/email', person);
  await send(desk, 'post', `/api/claims/${new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1)}`, {});

  const { page } = learner;
  await page.goto('/appeals');
  await expect(page.getByText('You have not appealed against anything.')).toBeVisible();
  await shootBoth(page, 'own-empty');
  const { scripts, bytes } = await scriptsOf(page, `/results/${learner.submissionId}`);
  console.log(
    `a result with the appeal form: ${(bytes / KIB).toFixed(1)} KiB of JavaScript in ${scripts} files, gzipped`,
  );
  expect(scripts).toBeGreaterThan(3);
  expect(bytes).toBeLessThanOrEqual(180 * KIB);
  await tabTo(page.getByText('Appeal against a level'));
  await page.keyboard.press('Enter');
  await page.getByLabel('Which level?').selectOption({ index: 0 });
  await tabTo(page.getByRole('radio', { name: /No one sentence/ }));
  for (let left = 3; left > 0 && !(await page.getByRole('radio', { name: SENTENCE }).isChecked()); left -= 1)
    await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: SENTENCE })).toBeChecked();
  await tabTo(page.getByRole('button', { name: 'Send the appeal' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Say in at least 20 characters/)).toBeVisible();
  await page.keyboard.type(WHY);
  expect(await violations(page)).toEqual([]);
  await shootBoth(page, 'form');
  await tabTo(page.getByRole('button', { name: 'Send the appeal' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Waits for a person')).toBeVisible();

  await desk.goto('/instructor/cohorts/self-paced/appeals');
  await expect(desk.getByRole('heading', { name: '1 waits' })).toBeVisible();
  expect(await violations(desk)).toEqual([]);
  await shootBoth(desk, 'desk-waits');
  await tabTo(desk.getByRole('link', { name: 'Open the draft and rule' }));
  await desk.keyboard.press('Enter');
  const appeal = desk.getByRole('region', { name: 'An appeal' });
  await expect(appeal.locator('mark')).toContainText(SENTENCE);
  await expect(appeal).toContainText(WHY);
  await tabTo(appeal.getByRole('textbox'));
  await desk.keyboard.type(RULING);
  expect(await violations(desk)).toEqual([]);
  await shootBoth(desk, 'ruling');
  await tabTo(appeal.getByRole('button', { name: 'Rule on the appeal' }));
  await desk.keyboard.press('Enter');
  await expect(appeal).toHaveCount(0);

  await page.reload();
  const own = page.getByRole('region', { name: 'Do you see it otherwise?' });
  await expect(own).toContainText('Upheld');
  await expect(own).toContainText(RULING);
  await shootBoth(page, 'ruled');
  await page.goto('/appeals');
  await expect(page.getByText(RULING)).toBeVisible();
  await shootBoth(page, 'own-ruled');
  expect(await violations(page)).toEqual([]);

  await desk.goto('/instructor/regrades');
  expect(await violations(desk)).toEqual([]);
  await desk.getByRole('link', { name: /After an upheld appeal/ }).click();
  await expect(desk).toHaveURL(/regrades\/./);
  await expect(async () => {
    await desk.reload();
    await expect(desk.getByRole('heading', { name: /Preview: nothing has changed yet/ })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 40_000 });
  const table = desk.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(2);
  await expect(table).toContainText(SENTENCE);
  expect(await violations(desk)).toEqual([]);
  await shootBoth(desk, 'preview');
  await tabTo(desk.getByRole('button', { name: 'Apply' }));
  await desk.keyboard.press('Enter');
  await tabTo(desk.getByRole('button', { name: 'Apply it' }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: 'Applied' })).toBeVisible();
  await shootBoth(desk, 'applied');
  await alike.page.goto(`/results/${alike.submissionId}`);
  await expect(alike.page.getByRole('region', { name: 'This draft was graded anew' })).toContainText('upheld');
  expect(await violations(alike.page)).toEqual([]);
  await shootBoth(alike.page, 'regraded');
  await desk.getByRole('button', { name: 'Take the whole regrade back' }).click();
  await desk.getByRole('button', { name: 'Take it back' }).click();
  await expect(desk.getByRole('heading', { name: 'Taken back' })).toBeVisible();
  await alike.page.reload();
  await expect(alike.page.getByRole('region', { name: 'A regrade of this draft was taken back' })).toBeVisible();
  await shootBoth(desk, 'undone');
});

/** Every script that a page fetches, as a compressing server would send it. */
async function scriptsOf(page: Page, address: string): Promise<{ scripts: number; bytes: number }> {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  page.removeAllListeners('response');
  const all = await Promise.all(sizes);
  return { scripts: all.length, bytes: all.reduce((sum, size) => sum + size, 0) };
}

/** Pictures for whoever asks for them: a desktop in the light and a phone in the dark. */
async function shootBoth(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  await page.screenshot({ path: `${folder}/${name}-light.png`, fullPage: true });
  const before = page.viewportSize();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.screenshot({ path: `${folder}/${name}-dark.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
  expect(sideways, name).toBeLessThanOrEqual(390);
}
