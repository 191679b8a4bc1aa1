import { expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { violations } from '../support/axe';
import { skipPredictionOf } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** Home that knows one, saying what is wrong, the palette, reading places, paper, and taking one's work away. */
const LESSON = '/lessons/the-tail-and-the-collector';

async function send(page: Page, method: 'post' | 'put', address: string, data: unknown, key?: string) {
  const { origin } = new URL(process.env.APP_URL ?? '');
  const headers = { origin, ...(key ? { 'idempotency-key': key } : {}) };
  const reply = await page.request[method](address, { data, headers });
  expect(reply.ok(), `${address}: ${await reply.text()}`).toBe(true);
  return (await reply.json()) as Record<string, unknown>;
}

/** A key is listened to once the page has come alive; until then it is pressed again. */
async function press(page: Page, key: string, dialog: string): Promise<void> {
  await expect(async () => {
    await page.locator('body').press(key);
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible({ timeout: 3000 });
  }).toPass();
}

async function signUp(page: Page, name: string): Promise<{ email: string; password: string }> {
  const person = { email: `${crypto.randomUUID()}@example.org`, password: 'a long enough phrase' };
  await send(page, 'post', '/api/auth/sign-up/email', { name, ...person });
  return person;
}

test.describe('home', () => {
  for (const { width, height } of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ])
    test(`the first visit says what this is and starts on one screen of ${width}`, async ({ page, context }) => {
      await page.setViewportSize({ width, height });
      await page.goto('/');
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
      const start = page.getByRole('link', { name: 'Start', exact: true });
      await expect(start).toBeInViewport({ ratio: 1 });
      await expect(page.getByText('No account needed.')).toBeInViewport();
      await start.click();
      await expect(page).toHaveURL(/\/lessons\//);
      // The one that chooses figures is set for every test (playwright.config.ts).
      expect((await context.cookies()).filter(({ name }) => name !== 'study_seed')).toEqual([]);
    });

  test('later it shows drafts with their length, and strengths with the answers they rest on', async ({ page }) => {
    const { course } = await loadCourse();
    await send(page, 'post', '/api/guest', {});
    const record = { choices: {}, explanation: 'Seven words of a record so far.' };
    await send(page, 'put', '/api/drafts/S01', { baseVersion: 0, handIn: record });
    const measured = course.lessons.find(({ lesson, quiz }) =>
      lesson.objectives.some(({ id }) => quiz.items.filter(({ objectives }) => objectives.includes(id)).length >= 3),
    );
    if (!measured) throw new Error('no objective has three items');
    const { lesson, quiz } = measured;
    const opened = await send(page, 'post', '/api/quizzes', { lessonId: lesson.id, items: 'all' });
    const { attemptId } = opened.view as { attemptId: string };
    for (const item of quiz.items.filter(({ type }) => type === 'single-choice'))
      if (item.type === 'single-choice')
        await send(page, 'post', `/api/attempts/${attemptId}/responses`, {
          itemId: item.id,
          response: { type: 'single-choice', chosen: item.key },
          confidence: 'sure',
        });
    await page.goto('/');
    await expect(page.getByRole('link', { name: 'Continue' })).toBeInViewport();
    const drafts = page.getByRole('region', { name: 'Drafts under way' });
    await expect(drafts).toContainText('7 words, saved');
    const strengths = page.getByRole('region', { name: 'What you can do so far' });
    await expect(strengths).toContainText(/\d of \d answered right|too few answers to say/);
    expect(await violations(page)).toEqual([]);
    await page.goto('/continue');
    await expect(page).toHaveURL(/\/(lessons|exercises)\//);
  });
});

test('a reader says by keyboard what is wrong, an instructor answers, and the reader hears it', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await page.goto(LESSON);
  const opener = page.getByRole('button', { name: /Something is wrong here \(claim/ }).first();
  const dialog = page.getByRole('dialog', { name: 'Something is wrong here' });
  await expect(async () => {
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeVisible({ timeout: 3000 });
  }).toPass();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('combobox').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('short');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('at least 10 characters')).toBeVisible();
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('The year in this claim is not the one of its source.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox')).toHaveValue(/The year in this claim/);
  await page.route('**/api/reports', (route) => route.abort(), { times: 1 });
  await dialog.getByRole('button', { name: 'Send' }).press('Enter');
  await expect(dialog.getByText('It is not sent yet.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Send' }).press('Enter');
  await expect(dialog.getByText('Thank you.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Back to the page' }).press('Enter');
  await expect(page).toHaveURL(new RegExp(`${LESSON}$`));

  const teacher = await browser.newContext({ baseURL: process.env.APP_URL ?? '' });
  const desk = await teacher.newPage();
  await signUp(desk, 'Ines Tutor');
  const token = new URL(process.env.FIRST_INSTRUCTOR_LINK ?? '').pathname.split('/').at(-1);
  await send(desk, 'post', `/api/claims/${token}`, {});
  await desk.goto('/instructor/reports');
  const entry = desk.getByRole('article').filter({ hasText: 'The year in this claim' });
  await expect(entry).toHaveCount(1);
  expect(await violations(desk)).toEqual([]);
  const file = desk.waitForEvent('download');
  await desk.getByRole('link', { name: 'These reports as a Markdown file' }).click();
  expect((await file).suggestedFilename()).toBe('reports.md');
  await entry.getByRole('textbox', { name: 'Answer' }).fill('You are right; it will be mended.');
  await entry.getByRole('combobox').selectOption('fixed');
  await entry.getByRole('button', { name: 'Send the answer' }).click();
  await expect(entry.getByRole('status')).toHaveText('Sent.');
  await desk.getByRole('combobox', { name: 'Status' }).selectOption('new');
  await desk.getByRole('button', { name: 'Show' }).click();
  await expect(desk).toHaveURL(/status=new/);
  await expect(entry).toHaveCount(0);
  await teacher.close();

  await send(page, 'put', '/api/lessons/the-tail-and-the-collector/read', {});
  await page.goto('/');
  await page.getByRole('link', { name: '1 new answer to a report of yours' }).click();
  const replies = page.getByRole('region', { name: 'Replies to your reports' });
  await expect(replies).toContainText('new answer');
  await expect(replies).toContainText('You are right; it will be mended.');
  await expect(async () => {
    await page.goto('/');
    await expect(page.getByText('1 new answer')).toHaveCount(0);
  }).toPass();
});

test('items before and after answering, listings and criteria can be reported too', async ({ page }) => {
  const { course } = await loadCourse();
  await page.goto('/lessons/the-tail-and-the-collector/quiz');
  await page.getByRole('button', { name: 'Begin' }).click();
  const openItem = page.getByRole('button', { name: /Something is wrong here \(item 1/ });
  await openItem.click();
  const dialog = page.getByRole('dialog', { name: 'Something is wrong here' });
  await dialog.getByRole('textbox').fill('Two of the options say the same.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByText('Thank you.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: /^Item 1 of/ })).toBeVisible();

  const listed = course.lessons.find(({ mdx }) => /^```(go|rust)/m.test(mdx));
  await page.goto(`/lessons/${listed?.lesson.id}`);
  await page
    .getByRole('button', { name: /Something is wrong here \(the listing/ })
    .first()
    .click();
  await dialog.getByRole('textbox').fill('This does not compile with the version named.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByText('Thank you.')).toBeVisible();

  const body = { scenarioId: 'S01', handIn: modelRecord(course, 'S01') };
  const { submissionId } = await send(page, 'post', '/api/submissions', body, crypto.randomUUID());
  await skipPredictionOf(page.request, String(submissionId));
  await page.goto(`/results/${submissionId}`);
  await page
    .getByRole('button', { name: /Something is wrong here \(criterion 1/ })
    .first()
    .click();
  await expect(dialog.getByRole('combobox')).toHaveValue('grader-misjudged');
  await dialog.getByRole('textbox').fill('I did name the constraint in the second line.');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog.getByText('Thank you.')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByRole('region', { name: 'Replies to your reports' }).getByRole('listitem')).toHaveCount(3);
});

test.describe('palette and keys', () => {
  test('Ctrl+K opens it, also from a field; an action is found by its words and taken with Enter', async ({ page }) => {
    await page.goto('/account');
    await press(page, 'Control+k', 'Search the course');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox').first().focus();
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search the course' });
    await expect(dialog.getByRole('searchbox')).toBeFocused();
    await expect(dialog.getByRole('region', { name: 'Go to' }).getByRole('listitem')).toHaveCount(11);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.type('dark');
    await page.keyboard.press('ArrowDown');
    await expect(dialog.getByRole('button', { name: 'Colours: dark' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('gloss');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary$/);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('the tail and the collector');
    await dialog
      .getByRole('link', { name: /^The tail and the collector/i })
      .first()
      .press('Enter');
    await expect(page).toHaveURL(/the-tail-and-the-collector/);
  });

  test('? lists the keys of every page, gives the focus back, and switches the single ones off for good', async ({
    page,
  }) => {
    await page.goto(LESSON);
    await press(page, '?', 'Keys on this page');
    const dialog = page.getByRole('dialog', { name: 'Keys on this page' });
    await expect(dialog).toContainText('the next section');
    await expect(dialog).toContainText('search the course');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.goto('/account');
    await press(page, '?', 'Keys on this page');
    await expect(dialog).not.toContainText('the next section');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('checkbox').press('Space');
    await dialog.getByRole('button', { name: 'Close' }).press('Enter');
    await expect(page.getByRole('checkbox', { name: /Single keys/ })).not.toBeChecked();
    await page.keyboard.press('/');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog', { name: 'Search the course' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: /Single keys/ }).press('Space');
    await page.locator('body').press('/');
    await expect(page.getByRole('searchbox')).toBeFocused();
  });

  test('keys are letters in fields and in the editor of a record', async ({ page }) => {
    await page.goto('/exercises/S01');
    await page.getByRole('textbox', { name: 'Decision record' }).focus();
    await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.type('why? j/k n');
    await expect(page.locator('.view-lines').first()).toContainText('why?');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('a lesson remembers which sections were read, and where one was', async ({ page }) => {
  await page.goto(LESSON);
  const contents = page.getByRole('navigation', { name: 'Sections' });
  const links = contents.locator('ol a');
  const third = (await links.nth(2).getAttribute('href')) ?? '';
  await expect(contents.getByText('You were here')).toHaveCount(0);
  await expect(async () => {
    await page.evaluate((id) => document.querySelector(id)?.scrollIntoView(), third);
    await page.mouse.wheel(0, 40);
    await expect(links.first()).toContainText('(read)', { timeout: 2000 });
  }).toPass();
  await expect(links.nth(3)).not.toContainText('(read)');
  await page.goto('/cases');
  await page.goto(LESSON);
  await expect(links.first()).toContainText('(read)');
  const back = contents.locator('div a');
  await expect(back).toHaveAttribute('href', third);
  await back.press('Enter');
  await expect(page.locator(third)).toBeInViewport();
});

test.describe('own work', () => {
  test('is taken away as a file in two formats', async ({ page }) => {
    await send(page, 'post', '/api/guest', {});
    await send(page, 'put', '/api/lessons/the-tail-and-the-collector/read', {});
    await page.goto('/account');
    for (const [name, file] of [
      ['As Markdown, to read', 'defensible.md'],
      ['As JSON, for a program', 'defensible.json'],
    ] as const) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name }).press('Enter');
      expect((await download).suggestedFilename()).toBe(file);
    }
  });

  test('is deleted with the account by keyboard, after the word and the password', async ({ page }) => {
    const person = await signUp(page, 'Ada Leaver');
    await page.goto('/account');
    const opener = page.getByRole('button', { name: 'Delete this account …' });
    const dialog = page.getByRole('dialog', { name: 'Delete this account and all its work?' });
    await expect(async () => {
      await opener.press('Enter');
      await expect(dialog).toBeVisible({ timeout: 3000 });
    }).toPass();
    expect(await violations(page)).toEqual([]);
    const word = dialog.getByRole('textbox', { name: 'Type “delete” to confirm' });
    await dialog.getByRole('button', { name: 'Delete everything' }).press('Enter');
    await expect(word).toBeFocused();
    await page.keyboard.type('delete');
    await dialog.getByLabel('Password', { exact: true }).fill('not the password');
    await dialog.getByRole('button', { name: 'Delete everything' }).press('Enter');
    await expect(dialog.getByText('not the password of the account')).toBeVisible();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(person.password);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/account\/deleted$/);
    await page.goto('/account');
    await expect(page.getByRole('heading', { name: 'No account needed yet' })).toBeVisible();
    const again = await page.request.post('/api/auth/sign-in/email', {
      data: person,
      headers: { origin: new URL(process.env.APP_URL ?? '').origin },
    });
    expect(again.status()).toBe(401);
  });

  test('of a guest goes without a password', async ({ page }) => {
    await send(page, 'post', '/api/guest', {});
    await page.goto('/account');
    await expect(async () => {
      await page.getByRole('button', { name: 'Delete this guest …' }).click();
      await expect(page.getByRole('dialog')).toBeVisible({ timeout: 3000 });
    }).toPass();
    await page.getByRole('textbox', { name: 'Type “delete” to confirm' }).fill('Delete');
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await expect(page).toHaveURL(/\/account\/deleted$/);
  });
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`paper is white and holds no navigation, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, media: 'print' });
    for (const address of [LESSON, '/cases/C01', '/glossary']) {
      await page.goto(address);
      await expect(page.getByRole('banner')).toBeHidden();
      await expect(page.getByText('Something is wrong here').first()).toBeHidden();
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
      const { ground, ink } = await page.evaluate(() => ({
        ground: getComputedStyle(document.documentElement).backgroundColor,
        ink: getComputedStyle(document.body).color,
      }));
      expect([ground, ink], address).toEqual(['rgb(255, 255, 255)', 'rgb(31, 35, 40)']);
    }
  });
