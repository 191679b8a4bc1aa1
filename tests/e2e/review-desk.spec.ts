import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { tabTo } from '../support/hands';
import { modelRecord } from '../support/sample-record';

/** Three drafts reach the desk; a reviewer decides on all of them by keys alone, takes one back, and the learner reads why. */
const dataDir = mkdtempSync(join(tmpdir(), 'defensible-desk-'));
const REASON = 'The deciding constraint stands in your second sentence.';
let app: App;

test.beforeAll(async () => {
  app = await startApp({ dataDir });
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.baseURL, viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function send(page: Page, method: 'post' | 'put', address: string, data: unknown, key?: string) {
  const headers = { origin: new URL(app.baseURL).origin, ...(key ? { 'idempotency-key': key } : {}) };
  const reply = await page.request[method](address, { data, headers });
  expect(reply.ok(), `${address}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Record<string, unknown>;
}

async function newLearner(browser: Browser, explanation: string): Promise<{ page: Page; submissionId: string }> {
  const page = await newPage(browser);
  await send(page, 'post', '/api/guest', {});
  await send(page, 'put', '/api/preferences', { predictions: 'never' });
  const handIn = { ...modelRecord((await loadCourse()).course, 'S01'), explanation };
  const { submissionId } = await send(
    page,
    'post',
    '/api/submissions',
    { scenarioId: 'S01', handIn },
    crypto.randomUUID(),
  );
  return { page, submissionId: String(submissionId) };
}

async function newDesk(browser: Browser): Promise<Page> {
  const page = await newPage(browser);
  const person = { name: 'Ines Tutor', email: 'ines@example.org', password: 'a long enough phrase' };
  await send(page, 'post', '/api/auth/sign-up/email', person);
  const token = new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1);
  await send(page, 'post', `/api/claims/${token}`, {});
  return page;
}

/** Keys work once the page has come alive. */
async function alive(page: Page): Promise<void> {
  await expect(page.getByText('This draft is yours while the page is open')).toBeVisible();
}

const bar = (page: Page) => page.getByRole('region', { name: 'Decision' });

/** Sets a level that differs from the one in force on the focused criterion, and says why. */
async function overrule(page: Page): Promise<void> {
  await page.keyboard.press('j');
  for (const key of ['3', '1']) {
    await page.keyboard.press(key);
    const field = page.getByRole('textbox', { name: 'Why, in words for the learner' });
    if ((await field.count()) === 0) continue;
    await expect(field).toBeFocused();
    return;
  }
  throw new Error('neither key set a level');
}

test('a reviewer empties the queue by keys, takes a decision back, and the learner reads what a person said', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const model = modelRecord((await loadCourse()).course, 'S01').explanation;
  const first = await newLearner(browser, model);
  await newLearner(browser, `${model} We agreed on this.`);
  await newLearner(browser, 'Go, because everybody likes it.');
  const desk = await newDesk(browser);

  await desk.goto('/instructor');
  await tabTo(desk.getByRole('link', { name: 'in Self-paced study: drafts wait' }));
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { level: 1, name: 'Drafts for a person' })).toBeVisible();
  await tabTo(desk.getByRole('spinbutton', { name: /Also draw at random/ }));
  await desk.keyboard.press('ControlOrMeta+a');
  await desk.keyboard.type('100');
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('heading', { name: '3 wait' })).toBeVisible();
  await expect(desk.getByText('alike to another text').first()).toBeVisible();
  expect(await violations(desk)).toEqual([]);

  await tabTo(desk.getByRole('link', { name: 'Begin with the first' }));
  await desk.keyboard.press('Enter');
  await alive(desk);
  await expect(desk.getByRole('main')).not.toContainText('Guest');
  expect(await violations(desk)).toEqual([]);
  const firstPath = new URL(desk.url()).pathname;

  await overrule(desk);
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('c');
  await expect(desk.getByText(/needs a reason of at least/)).toBeVisible();
  await desk.keyboard.type(`${REASON} jkcu123`);
  await expect(bar(desk)).toContainText('Set this level');
  await desk.keyboard.press('Escape');
  await desk.keyboard.press('e');
  await desk.keyboard.press('c');
  await expect(desk).not.toHaveURL(new RegExp(firstPath));
  await alive(desk);

  await expect(bar(desk)).toContainText('Take back the last decision');
  await desk.keyboard.press('u');
  await expect(desk).toHaveURL(new RegExp(firstPath));
  await alive(desk);
  await expect(desk.getByText('A decision on it was taken back, so it waits again.')).toBeVisible();

  for (let left = 3; left > 0; left -= 1) {
    await alive(desk);
    const here = desk.url();
    await overrule(desk);
    await desk.keyboard.type(REASON);
    await desk.keyboard.press('ControlOrMeta+Enter');
    await expect(desk).not.toHaveURL(here);
  }
  await expect(desk.getByRole('heading', { name: 'Nothing waits' })).toBeVisible();
  await expect(desk.getByText('You decided on 3 drafts in the last day.')).toBeVisible();
  expect(await violations(desk)).toEqual([]);

  const { page, submissionId } = first;
  for (const address of [firstPath, '/instructor/cohorts/self-paced/reviews'])
    expect((await page.request.get(address)).status(), address).toBe(404);
  await page.goto('/');
  await page.getByRole('link', { name: /new messages?/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Messages' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await expect(page.getByRole('button', { name: 'Mark all as seen' })).toHaveCount(0);
  await page.getByRole('link', { name: /A person looked at your draft/ }).click();
  await expect(page).toHaveURL(new RegExp(submissionId));
  const looked = page.getByRole('region', { name: 'A person looked at this draft' });
  await expect(looked).toContainText(REASON);
  expect(await violations(page)).toEqual([]);
});

test('what was typed stays when the grade changed meanwhile', async ({ browser }) => {
  test.setTimeout(120_000);
  const learner = await newLearner(browser, 'Go, because the team likes it.');
  const desk = await newPage(browser);
  const person = { email: 'ines@example.org', password: 'a long enough phrase' };
  await send(desk, 'post', '/api/auth/sign-in/email', person);
  const other = await desk.context().newPage();
  for (const page of [desk, other]) {
    await page.goto(`/instructor/reviews/${learner.submissionId}?cohort=self-paced`);
    await alive(page);
  }
  await overrule(desk);
  await desk.keyboard.type(REASON);
  await other.keyboard.press('c');
  await expect(other).not.toHaveURL(new RegExp(`/reviews/${learner.submissionId}`));
  await desk.keyboard.press('ControlOrMeta+Enter');
  await expect(desk.getByRole('alert').filter({ hasText: 'The grade was changed since' })).toBeVisible();
  await expect(desk.getByRole('textbox', { name: 'Why, in words for the learner' })).toHaveValue(REASON);
});
