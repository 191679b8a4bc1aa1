import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { EMPTY_DECISION } from '@/schemas/decision';
import { type App, startApp } from '../support/app';
import { HOSTILE_MARKUP, HOSTILE_NAME } from '../support/hostile-markup';
import { modelRecord } from '../support/sample-record';
import { expectInert, watchPage } from '../support/watch-page';

/** 30 and 36 of the forty: what a learner writes stays text wherever somebody reads it, and the editor runs under the policy. */
const dataDir = mkdtempSync(join(tmpdir(), 'defensible-scripts-'));
const MARKUP = HOSTILE_MARKUP.join('\n\n');
const COHORT = 'self-paced';
let app: App;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(240_000);
  app = await startApp({ dataDir });
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function newPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
  await watchPage(page);
  return page;
}

async function send(page: Page, method: 'post' | 'put', address: string, data: unknown) {
  const headers = { origin: new URL(app.baseURL).origin, 'idempotency-key': crypto.randomUUID() };
  const reply = await page.request[method](address, { data, headers });
  expect(reply.ok(), `${address}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Record<string, string>;
}

const signUp = (page: Page, name: string, email: string) =>
  send(page, 'post', '/api/auth/sign-up/email', { name, email, password: 'a long enough phrase' });

async function look(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const reply = await page.goto(path, { waitUntil: 'load' });
    expect(reply?.status(), path).toBe(200);
    await expectInert(page, path);
  }
}

/** Puts the corpus wherever a learner can write. */
async function writeEverywhere(page: Page): Promise<{ submissionId: string; decisionId: string; reportId: string }> {
  await signUp(page, HOSTILE_NAME, 'mallory@example.org');
  await send(page, 'put', '/api/preferences', { predictions: 'never' });
  const { course } = await loadCourse();
  const handIn = { ...modelRecord(course, 'S01'), explanation: MARKUP };
  await send(page, 'put', '/api/drafts/S01', { baseVersion: 0, handIn });
  const { submissionId = '' } = await send(page, 'post', '/api/submissions', { scenarioId: 'S01', handIn });
  await send(page, 'put', '/api/drafts/S01', { baseVersion: 0, handIn }).catch(() => undefined);
  const criteria = course.exercises.find(({ scenario }) => scenario.id === 'S01')?.rubric.criteria ?? [];
  const appeal = {
    kind: 'criterion',
    submissionId,
    criterionId: criteria[0]?.id,
    passage: null,
    reason: MARKUP.slice(0, 900),
  };
  await send(page, 'post', '/api/appeals', appeal);
  const [loaded] = course.lessons;
  const about = { kind: 'item', lessonId: loaded?.lesson.id, itemId: loaded?.quiz.items[0]?.id };
  const report = { about, kind: 'other', text: MARKUP.slice(0, 1_900) };
  const { reportId = '' } = await send(page, 'post', '/api/reports', report);
  const imported = await send(page, 'post', '/api/decision-imports', {
    text: `# ${HOSTILE_NAME}\n\n## Context and Problem Statement\n\n${MARKUP}\n\n## Decision Outcome\n\n${MARKUP}\n`,
  });
  expect(JSON.stringify(imported)).toContain('RAN(3)');
  const record = { ...EMPTY_DECISION, title: HOSTILE_NAME, context: MARKUP, decision: MARKUP, notes: MARKUP };
  const { decisionId = '' } = await send(page, 'post', '/api/decisions', { record });
  return { submissionId, decisionId, reportId };
}

test('nothing that a learner wrote runs for the learner or for those who read it', async ({ browser }) => {
  test.setTimeout(240_000);
  const [learner, desk] = [await newPage(browser), await newPage(browser)];
  const { submissionId, decisionId } = await writeEverywhere(learner);
  await signUp(desk, 'Ines Tutor', 'ines@example.org');
  await send(desk, 'post', `/api/claims/${new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1)}`, {});
  await send(desk, 'post', `/api/instructor/reviews/${submissionId}/notes`, {
    cohortId: COHORT,
    text: MARKUP.slice(0, 1_900),
  });

  await look(learner, [
    '/',
    '/account',
    '/exercises/S01',
    '/appeals',
    '/studio',
    `/studio/${decisionId}`,
    `/studio/${decisionId}/print`,
  ]);
  await look(learner, [`/search?q=${encodeURIComponent(HOSTILE_NAME)}`, `/results/${submissionId}`]);
  await expect(learner.getByRole('main')).toContainText('<img src=x onerror=RAN(3)>');
  await learner.getByRole('button', { name: 'Show it in the editor' }).click();
  await expect(learner.locator('.monaco-editor .view-line').first()).toBeVisible({ timeout: 30_000 });
  await expectInert(learner, 'the text in the editor');

  const cohort = `/instructor/cohorts/${COHORT}`;
  await look(desk, [
    '/instructor',
    `${cohort}/overview`,
    `${cohort}/people`,
    `${cohort}/reviews`,
    `${cohort}/risk`,
    '/instructor/audit',
  ]);
  await look(desk, [`/instructor/results/${submissionId}`, '/instructor/reports', `${cohort}/appeals`]);
  await look(desk, [`/instructor/reviews/${submissionId}`]);
  await expect(desk.getByRole('main')).toContainText('<img src=x onerror=RAN(3)>');
});

test('the editor comes up by a navigation inside the app, styled and without a report', async ({ browser }) => {
  test.setTimeout(120_000);
  const page = await newPage(browser);
  await page.setViewportSize({ width: 1280, height: 860 });
  await send(page, 'post', '/api/guest', {});
  await page.goto('/paths');
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
  await page.evaluate(() => {
    const link = [...document.querySelectorAll('a')].find(({ pathname }) => pathname === '/');
    link?.click();
  });
  // Its module may be folded; what matters is that the link is followed inside the app.
  const link = page.locator('main a[href="/exercises/S01"]').first();
  await link.evaluate((element: HTMLAnchorElement) => element.click());
  await page.getByRole('textbox', { name: 'Decision record' }).scrollIntoViewIfNeeded();
  const line = page.locator('.monaco-editor .view-line').first();
  await expect(line).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => 'stayed' in globalThis), 'the document is the first one').toBe(true);
  await expectInert(page, 'the editor');
  // Monaco writes its colours into style blocks: without them every word has the colour of the page.
  const blocks = await page.evaluate(() =>
    [...document.head.querySelectorAll('style')].map((style) => ({
      nonce: style.nonce,
      rules: style.sheet?.cssRules.length ?? 0,
    })),
  );
  expect(blocks.length).toBeGreaterThan(0);
  expect(blocks.filter(({ nonce }) => nonce === '')).toEqual([]);
  expect(blocks.some(({ rules }) => rules > 5)).toBe(true);
});

test('a style block and a script without the nonce are blocked and reported', async ({ browser }) => {
  const page = await newPage(browser);
  await page.goto('/about');
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<style>body { color: red }</style><img src="x" onerror="RAN(99)">');
  });
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { blocked: string[] }).blocked.length))
    .toBeGreaterThanOrEqual(2);
  expect(await page.evaluate(() => (globalThis as unknown as { ran: number[] }).ran)).toEqual([]);
});
