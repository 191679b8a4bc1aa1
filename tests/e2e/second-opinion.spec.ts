import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { gives, type JudgeServer, startJudgeServer } from '../support/judge-server';
import { skipPrediction } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** The built app beside a scripted model: who is told what, what goes out, and what comes back after a kill. */
const dataDir = mkdtempSync(join(tmpdir(), 'defensible-opinion-'));
let judge: JudgeServer;
let app: App;
const start = () =>
  startApp({
    dataDir,
    env: {
      JUDGE: 'openai-compatible',
      JUDGE_URL: judge.url,
      JUDGE_MODEL: 'reader-1',
      JUDGE_NAME: 'Example Models',
      JUDGE_KEY: 'a-key-of-the-operator',
      JUDGE_PRICES: '3/15',
      JUDGE_TIMEOUT_S: '10',
    },
  });

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  judge = await startJudgeServer();
  app = await start();
});
test.afterAll(async () => {
  await app.stop();
  await judge.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const box = (page: Page) => page.getByRole('checkbox', { name: /second opinion.*Example Models.*reader-1/ });

async function newPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function fillIn(page: Page): Promise<string> {
  const record = modelRecord((await loadCourse()).course, 'S01');
  await page.goto('/exercises/S01');
  for (const [component, choice] of Object.entries(record.choices))
    await page.locator(`input[type="radio"][name$="${component}"][value="${choice}"]`).check();
  await page.locator(`input[type="radio"][name*="boundary"][value="${record.boundary}"]`).check();
  await page.getByRole('button', { name: 'Plain text' }).click();
  await page.getByRole('textbox', { name: 'Decision record' }).fill(record.explanation);
  return record.explanation;
}

test('nothing goes out unless the box is ticked, and the page says to whom it would', async ({ browser }) => {
  const page = await newPage(browser);
  await fillIn(page);
  await expect(box(page)).not.toBeChecked();
  await expect(box(page)).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Hand in' })).toBeInViewport();
  await expect(box(page)).toHaveAccessibleDescription(/Example Models.*nothing leaves this server/s);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await skipPrediction(page);
  await expect(page.getByRole('heading', { name: 'A second opinion, without points' })).toHaveCount(0);
  expect(judge.heard).toEqual([]);
});

test('the grade is there at once, the opinion follows by itself, and the choice is remembered', async ({ browser }) => {
  let answerNow: () => void = () => undefined;
  const held = new Promise<void>((done) => {
    answerNow = done;
  });
  judge.plays(async (heard, response) => {
    await Promise.race([held, new Promise((done) => response.on('close', done))]);
    await gives('none')(heard, response);
  });
  const page = await newPage(browser);
  const text = await fillIn(page);
  await box(page).focus();
  await page.keyboard.press('Space');
  await expect(box(page)).toBeChecked();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await skipPrediction(page);
  await expect(page.getByText('The second opinion is on its way.')).toBeVisible();
  const score = await page
    .getByText(/^\d+ %/)
    .first()
    .innerText();
  answerNow();
  await expect(page.getByText(/The second opinion gives the same level on \d of \d criteria/)).toBeVisible();
  await expect(page.getByText(/the draft is on the list of grades for a person/)).toBeVisible();
  expect(
    await page
      .getByText(/^\d+ %/)
      .first()
      .innerText(),
  ).toBe(score);
  expect(judge.heard.at(-1)?.record).toBe(text);
  expect(await violations(page)).toEqual([]);
  expect(await page.content()).not.toContain('a-key-of-the-operator');
  await page.goto('/exercises/S01');
  await expect(box(page)).toBeChecked();
});

test('an opinion that a kill -9 left open is asked for again after the next start, with nobody looking', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  judge.plays(() => undefined);
  const asked = judge.heard.length;
  const page = await newPage(browser);
  await fillIn(page);
  await box(page).check();
  await page.getByRole('button', { name: 'Hand in' }).click();
  await judge.asked(asked + 1);
  await app.kill();
  judge.plays(gives('half'));
  app = await start();
  await judge.asked(asked + 2);
  expect(judge.heard.at(-1)?.record).toBe(judge.heard.at(-2)?.record);
});
