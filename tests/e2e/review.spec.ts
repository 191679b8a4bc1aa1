import { expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { Course, LoadedLesson } from '@/schemas/course';
import type { Item } from '@/schemas/item';
import { leaksIn, secretsOf } from '../contract/canaries';
import { violations } from '../support/axe';
import { type Hands, keyboard, mouse, tabTo } from '../support/hands';
import { itemOnScreen, respond } from '../support/quiz-answers';

let course: Course;
let lesson: LoadedLesson;
test.beforeAll(async () => {
  course = (await loadCourse()).course;
  const [first] = course.lessons;
  if (!first) throw new Error('the course has no lesson');
  lesson = first;
});

async function expectNoSidewaysScroll(page: Page) {
  const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scroll).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** Answers one item of the first quiz wrong, and gives it back. */
async function missOne(page: Page): Promise<Item> {
  await page.goto(`/lessons/${lesson.lesson.id}/quiz`);
  await page.getByRole('button', { name: 'Begin' }).click();
  const item = await itemOnScreen(page, lesson.quiz);
  await respond(page, mouse, item, false);
  await page.getByRole('button', { name: 'I think so' }).click();
  await expect(page.getByRole('button', { name: 'Next item' })).toBeVisible();
  return item;
}

async function readLesson(page: Page) {
  await page.goto(`/lessons/${lesson.lesson.id}`);
  await page.getByRole('button', { name: /Mark as read/ }).click();
  await expect(page).toHaveURL(/quiz$/);
}

const card = (page: Page, place: number, total: number) =>
  page.getByRole('heading', { level: 1, name: `Card ${place} of ${total} today` });

async function answerItem(page: Page, hands: Hands, item: Item) {
  await respond(page, hands, item, true);
  await hands.activate(page.getByRole('button', { name: 'I am sure' }));
  await expect(page.getByRole('heading', { level: 2, name: /^Right/ })).toBeFocused();
}

test('an item that was missed comes back; it is answered, taken back, answered again, and done; then a pause and a new start', async ({
  page,
}) => {
  await page.goto('/review');
  await expect(page.getByRole('heading', { name: 'Nothing to review yet' })).toBeVisible();
  const item = await missOne(page);
  const secrets = secretsOf(course);
  await page.goto('/review');
  await expect(card(page, 1, 1)).toBeVisible();
  expect(leaksIn(await page.content(), secrets)).toEqual([]);
  await answerItem(page, mouse, item);
  await expect(page.getByText('This card comes back on')).toBeVisible();
  await page.getByRole('button', { name: 'Finish for today' }).click();
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeFocused();

  await page.getByRole('button', { name: 'Take back the last answer' }).click();
  await expect(card(page, 1, 1)).toBeFocused();
  await answerItem(page, mouse, item);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  await expect(page.getByText('The next one comes on')).toBeVisible();

  await page.getByRole('button', { name: 'Pause reviews' }).click();
  await expect(page.getByRole('heading', { name: 'Your reviews are paused' })).toBeFocused();
  await page.reload();
  await page.getByRole('button', { name: 'Go on with reviews' }).click();
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();

  await page.getByRole('button', { name: 'Start over…' }).click();
  await page.getByRole('button', { name: 'Yes, start them over' }).click();
  await page.getByRole('button', { name: 'Keep everything' }).click();
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  await page.getByRole('button', { name: 'Start over…' }).click();
  await page.getByRole('button', { name: 'Yes, start them over' }).click();
  await page.getByRole('button', { name: 'Really start over' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Card 2 of 2/ })).toBeVisible();

  await page.getByRole('link', { name: 'How much stays' }).click();
  await expect(page.getByText('It is too early to say.')).toBeVisible();
});

test('a whole sitting works by keyboard alone: an answer, Enter, ratings, undo', async ({ page }) => {
  const item = await missOne(page);
  await readLesson(page);
  const claims = lesson.lesson.claims.length;
  const total = Math.min(6, claims + 1);
  await page.goto('/review');
  await expect(card(page, 1, total)).toBeVisible();
  await respond(page, keyboard, item, true);
  await tabTo(page.getByRole('button', { name: 'I think so' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: /^Right/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, 2, total)).toBeFocused();
  await expect(page.getByText('When does this flip?')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'The answer' })).toBeFocused();
  await page.keyboard.press('3');
  await expect(card(page, 3, total)).toBeFocused();
  await page.keyboard.press('u');
  await expect(card(page, 2, total)).toBeFocused();
  for (let place = 2; place <= total; place += 1) {
    await expect(card(page, place, total)).toBeFocused();
    await page.keyboard.press('n');
    await page.keyboard.press('1');
  }
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByText('rate yourself, once the answer is shown')).toBeVisible();
});

test('an answer given offline is kept, survives the tab, and counts once', async ({ page, context }) => {
  await missOne(page);
  await readLesson(page);
  await page.goto('/review');
  await page.getByRole('button', { name: 'I am guessing' }).waitFor();
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/recall/cards/')) posts.push(request.url());
  });
  const shown = (await page.locator('main').innerText()).replaceAll('\n', ' ');
  const asked = lesson.quiz.items.find(({ stem }) => shown.includes(stem.replace(/[`*]/g, '').split('\n')[0] ?? ''));
  if (!asked) throw new Error('no item on the screen');
  await respond(page, mouse, asked, true);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I am sure' }).click();
  await expect(page.getByText('Your answer is kept on this device.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('heading', { level: 2, name: /^Right/ })).toBeVisible();
  await page.reload();
  await expect(page.getByText('1 answered today')).toBeVisible();
  expect(posts.length).toBeGreaterThan(1);

  // The same with the tab closed in between.
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'I had it' }).click();
  await expect(page.getByText('Your answer is kept on this device.')).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto('/review');
  await expect(again.getByText('2 answered today')).toBeVisible();
  await again.reload();
  await expect(again.getByText('2 answered today')).toBeVisible();
});

test('two tabs with the same card: the second one learns what came of the first', async ({ page, context }) => {
  const item = await missOne(page);
  await page.goto('/review');
  const other = await context.newPage();
  await other.goto('/review');
  await expect(card(other, 1, 1)).toBeVisible();
  await answerItem(page, mouse, item);
  await respond(other, mouse, item, false);
  await other.getByRole('button', { name: 'I am guessing' }).click();
  await expect(other.getByText('You had answered this card already')).toBeVisible();
  await expect(other.getByRole('heading', { level: 2, name: /^Right/ })).toBeVisible();
  await other.reload();
  await expect(other.getByText('1 answered today')).toBeVisible();
});

// Colours do not depend on the width, nor the layout on the colours: two looks see what four would.
for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } });

    test('every state of the review has no violation and no sideways scroll', async ({ page }) => {
      const look = async (name: string) => {
        expect(await violations(page), name).toEqual([]);
        await expectNoSidewaysScroll(page);
      };
      await page.goto('/review');
      await look('empty');
      const item = await missOne(page);
      await readLesson(page);
      await page.goto('/review');
      await respond(page, mouse, item, true);
      await look('item');
      await answerItem(page, mouse, item);
      await look('answered');
      await page.keyboard.press('n');
      await expect(page.getByText('When does this flip?')).toBeVisible();
      await look('claim');
      await page.getByRole('button', { name: 'Show the answer' }).click();
      await look('claim-shown');
      await page.getByRole('button', { name: 'Start over…' }).click();
      await look('start-over');
      await page.getByRole('button', { name: 'Keep everything' }).click();
      await page.getByRole('button', { name: 'Pause reviews' }).click();
      await expect(page.getByRole('heading', { name: 'Your reviews are paused' })).toBeVisible();
      await look('paused');
      await page.goto('/review/progress');
      await look('progress');
    });
  });
