import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { Course, LoadedLesson } from '@/schemas/course';
import { type App, startApp } from '../support/app';
import { type Hands, keyboard, mouse } from '../support/hands';
import { skipPrediction } from '../support/predictions';
import { itemOnScreen, respond } from '../support/quiz-answers';
import { modelRecord } from '../support/sample-record';

/** The whole course in one walk: guest, lesson, quiz, record, result, account, another device, instructor. */
const PERSON = { name: 'Ada Quill', email: 'ada@example.org', password: 'a long enough phrase' };
const TEACHER = { name: 'Ines Tutor', email: 'ines@example.org', password: 'another long phrase' };

for (const hands of [mouse, keyboard]) {
  test.describe(`with the ${hands.name}`, () => {
    let app: App;
    let course: Course;
    const dataDir = mkdtempSync(join(tmpdir(), 'defensible-journey-'));

    test.beforeAll(async () => {
      course = (await loadCourse()).course;
      app = await startApp({ dataDir });
    });
    test.afterAll(async () => {
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });

    test('a guest learns, is graded, claims the work, finds it elsewhere, and the instructor sees it', async ({
      browser,
    }) => {
      test.setTimeout(240_000);
      const lesson = firstLesson(course);
      const page = await newPage(browser, app);
      await test.step('a visitor starts as a guest and reads a lesson', () => readLesson(page, hands, lesson));
      await test.step('answers one item wrongly and one rightly', () => takeQuiz(page, hands, lesson));
      const resultPath = await test.step('hands in a record written in Monaco', () => handIn(page, hands, course, app));
      await test.step('gets it back with quotes', () => readResult(page, course));
      await test.step('claims the work with an account', () => signUp(page, hands, app, PERSON));
      await test.step('finds it on another device', () => findElsewhere(browser, hands, app, lesson, resultPath));
      await test.step('the instructor sees it', () => teach(browser, hands, app));
    });
  });
}

function firstLesson(course: Course): LoadedLesson {
  const [first] = course.lessons;
  if (!first) throw new Error('the course has no lesson');
  return first;
}

async function newPage(browser: Browser, app: App): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.baseURL,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  return page;
}

async function readLesson(page: Page, hands: Hands, { lesson }: LoadedLesson): Promise<void> {
  await page.goto('/');
  await hands.activate(page.getByRole('link', { name: 'Start', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: lesson.title })).toBeVisible();
  await hands.activate(page.getByRole('button', { name: /Mark as read/ }));
  await expect(page).toHaveURL(new RegExp(`/lessons/${lesson.id}/quiz$`));
}

async function takeQuiz(page: Page, hands: Hands, { quiz }: LoadedLesson): Promise<void> {
  await hands.activate(page.getByRole('button', { name: 'Begin' }));
  for (const isRight of [false, true]) {
    const item = await itemOnScreen(page, quiz);
    await respond(page, hands, item, isRight);
    await hands.activate(page.getByRole('button', { name: 'I think so' }));
    const verdict = page.getByRole('heading', { level: 2, name: isRight ? /^.?\s*Right/ : /Not right|Partly right/ });
    await expect(verdict).toBeVisible();
    await expect(verdict).toBeFocused();
    await expect(
      page.getByText(item.rationale.split(/[.`*\n]/)[0]?.trim() ?? '', { exact: false }).first(),
    ).toBeVisible();
    await hands.activate(page.getByRole('button', { name: 'Next item' }));
  }
  // The second visit goes on where the first stopped.
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Item 3 of/ })).toBeVisible();
}

async function handIn(page: Page, hands: Hands, course: Course, app: App): Promise<string> {
  const record = modelRecord(course, 'S01');
  const moduleTitle = course.outline.modules.find(({ exercises }) => exercises.some((id) => id === 'S01'))?.title ?? '';
  await page.goto('/');
  await hands.activate(page.locator('summary').filter({ hasText: moduleTitle }));
  await hands.activate(page.getByRole('link', { name: /Greenfield scheduling API/ }).first());
  await expect(page.getByRole('heading', { level: 1, name: /Greenfield scheduling API/ })).toBeVisible();
  for (const [component, choice] of Object.entries(record.choices))
    await hands.choose(page.locator(`input[type="radio"][name$="${component}"][value="${choice}"]`));
  await hands.choose(page.locator(`input[type="radio"][name*="boundary"][value="${record.boundary}"]`));
  await page.getByRole('textbox', { name: 'Decision record' }).first().scrollIntoViewIfNeeded();
  const editor = page.locator('.monaco-editor').first();
  await expect(editor).toBeVisible({ timeout: 20_000 });
  const text = editor.getByRole('textbox');
  if (hands === mouse) {
    await editor.click();
    await page.keyboard.insertText(record.explanation);
  } else await hands.write(text, record.explanation);
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/\d{3} words/)).toBeVisible();
  await hands.activate(page.getByRole('button', { name: 'Hand in' }));
  await expect(page).toHaveURL(/\/results\//);
  await skipPrediction(page, hands);
  return page.url().slice(app.baseURL.length);
}

async function readResult(page: Page, course: Course): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: /your record, marked up/ });
  await expect(heading).toBeVisible();
  await expect(heading).toBeFocused();
  await expect(page.getByText('of 4 points').first()).toBeVisible();
  const quote = (
    await page
      .getByRole('link', { name: /^(The quote|Quote 1)/ })
      .first()
      .innerText()
  ).replace(/^[^“]*“/, '');
  const start = quote.replace(/( …)?”.*$/s, '').slice(0, 30);
  expect(modelRecord(course, 'S01').explanation.replace(/\s+/g, ' ')).toContain(start);
  expect(await page.locator('mark').count()).toBeGreaterThan(0);
}

async function signUp(page: Page, hands: Hands, app: App, person: typeof PERSON): Promise<void> {
  if (!new URL(page.url()).pathname.startsWith('/claim')) await page.goto(`${app.baseURL}/account`);
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Create the account' }) });
  await hands.write(form.getByLabel('Name'), person.name);
  await hands.write(form.getByLabel('E-mail'), person.email);
  await hands.write(form.getByLabel('New password'), person.password);
  await hands.activate(form.getByRole('button', { name: 'Create the account' }));
}

async function findElsewhere(
  browser: Browser,
  hands: Hands,
  app: App,
  { lesson }: LoadedLesson,
  resultPath: string,
): Promise<void> {
  const page = await newPage(browser, app);
  const refused = await page.goto(resultPath);
  expect(refused?.status()).toBeLessThan(500);
  await expect(page.getByText(/marked up/)).toHaveCount(0);
  await page.goto('/account');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Sign in' }) });
  await hands.write(form.getByLabel('E-mail'), PERSON.email);
  await hands.write(form.getByLabel('Password', { exact: true }), PERSON.password);
  await hands.activate(form.getByRole('button', { name: 'Sign in' }));
  await expect(page.getByRole('heading', { level: 1, name: PERSON.name })).toBeVisible();
  await expect(page.getByText(/1 lessons? read, 0 quizzes mastered, 1 exercises? passed/)).toBeVisible();
  await page.goto(`/lessons/${lesson.id}/quiz`);
  await expect(page.getByRole('heading', { name: /^Item 3 of/ })).toBeVisible();
  await page.goto(resultPath);
  await expect(page.getByRole('heading', { level: 1, name: /marked up/ })).toBeVisible();
  await page.context().close();
}

async function teach(browser: Browser, hands: Hands, app: App): Promise<void> {
  const page = await newPage(browser, app);
  await page.goto(app.firstInstructorLink ?? '');
  await signUp(page, hands, app, TEACHER);
  await hands.activate(page.getByRole('button', { name: 'Become an instructor' }));
  await hands.activate(page.getByRole('link', { name: 'See who is learning' }));
  await expect(page).toHaveURL(/\/instructor$/);
  const cohorts = page.getByRole('region', { name: 'Cohorts' });
  await hands.activate(cohorts.getByRole('link', { name: /^Self-paced study/ }));
  await hands.activate(page.getByRole('navigation', { name: /^Views of/ }).getByRole('link', { name: 'Progress' }));
  await hands.activate(page.getByRole('link', { name: PERSON.name }).first());
  await expect(page.getByRole('heading', { level: 1, name: PERSON.name })).toBeVisible();
  await hands.activate(page.getByRole('link', { name: /Greenfield scheduling API|Draft 1/ }).first());
  await expect(page).toHaveURL(/\/instructor\/results\//);
  await expect(page.locator('mark').first()).toBeVisible();
  await expect(page.getByText(/of 20/).first()).toBeVisible();
  await expect(page.getByText(/grader agrees with \d+ marked samples at κ \d\.\d\d \(/)).toBeVisible({
    timeout: 30_000,
  });
  await page.context().close();
}
