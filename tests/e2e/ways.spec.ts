import { expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { type PlacedItem, selectLessonsOf, selectPlacedItems } from '@/course/select';
import type { Course } from '@/schemas/course';
import { leaksIn, secretsOf } from '../contract/canaries';
import { violations } from '../support/axe';
import { mouse } from '../support/hands';
import { respond } from '../support/quiz-answers';

let course: Course;
let placed: readonly PlacedItem[];
test.beforeAll(async () => {
  course = (await loadCourse()).course;
  placed = selectPlacedItems(course);
});

async function expectNoSidewaysScroll(page: Page) {
  // Not window.innerWidth: on a phone it grows with what overflows.
  const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scroll).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

/** The item at hand is the one of that place: the placement asks in the order of its file. */
async function answer(page: Page, place: number, button: string, isRight = true) {
  await expect(
    page.getByRole('heading', { level: 1, name: new RegExp(`^Item ${place + 1} of ${placed.length}`) }),
  ).toBeVisible();
  const item = placed[place]?.item;
  if (!item) throw new Error(`the placement has no item ${place + 1}`);
  if (button !== 'I don’t know') await respond(page, mouse, item, isRight);
  await page.getByRole('button', { name: button }).click();
}

test('a path is chosen, followed by the next step, and undone, with every module in reach all the while', async ({
  page,
}) => {
  await page.goto('/paths');
  const leader = page.getByRole('article', { name: 'Leader' });
  await expect(leader).toContainText('hours');
  const steps = page.getByRole('group').filter({ hasText: 'Leader: the modules in order' });
  await expect(steps.getByRole('listitem').first()).toBeHidden();
  await leader.getByRole('link', { name: 'What it takes, and why' }).click();
  await expect(steps.getByText('You may skip').first()).toBeVisible();
  await leader.getByRole('button', { name: 'Follow the path Leader' }).click();
  await expect(leader.getByText('your path')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('You follow the path Leader')).toBeVisible();
  await expect(page.getByText('Not on your path; open all the same.').first()).toBeVisible();
  const off = course.paths.find(({ id }) => id === 'leader')?.leavesOut[0]?.module;
  const lesson = course.lessons.find(({ module }) => module.id === off)?.lesson;
  const title = course.outline.modules.find(({ id }) => id === off)?.title ?? '';
  await page.locator('summary').filter({ hasText: title }).click();
  await page.getByRole('link', { name: lesson?.title ?? '', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: lesson?.title ?? '' })).toBeVisible();
  await page.goto('/paths');
  await page.getByRole('article', { name: 'Leader' }).getByRole('button', { name: 'Stop following' }).click();
  await expect(page.getByRole('article', { name: 'All modules' }).getByText('your way now')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('All modules, in their order.')).toBeVisible();
});

test('the placement suggests a start without an account, gives no key away, and leaves the home page once begun', async ({
  page,
}) => {
  const secrets = secretsOf(course);
  const served: Promise<string>[] = [];
  page.on('response', (reply) => {
    if (/\/api\/placements|\/placement/.test(reply.url())) served.push(reply.text().catch(() => ''));
  });
  await page.goto('/');
  await page.getByRole('link', { name: 'Find where to start' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await answer(page, 0, 'I am sure');
  // Nothing was said about the first, and a reload goes on where it stopped.
  await expect(page.getByText(/^(Right|Not right)/)).toHaveCount(0);
  await page.reload();
  await answer(page, 1, 'I think so');
  await answer(page, 2, 'I am guessing');
  await answer(page, 3, 'I am sure', false);
  for (let place = 4; place < placed.length; place += 1) await answer(page, place, 'I don’t know');

  const third = placed[2]?.module;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    `Start at module ${third?.id.slice(1)}: ${third?.title}`,
  );
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByText('You can skim modules 1 and 2')).toBeVisible();
  const rows = page.getByRole('region', { name: 'Module by module' }).getByRole('listitem');
  await expect(rows).toHaveCount(placed.length);
  await expect(rows.nth(0)).toContainText('solid');
  await expect(rows.nth(2)).toContainText('shaky');
  await expect(rows.nth(3)).toContainText('not rightnot yet');
  await expect(rows.nth(4)).toContainText('I don’t know');
  expect(leaksIn((await Promise.all(served)).join('\n'), secrets)).toEqual([]);

  await page.goto('/');
  await expect(page.getByText(`Your placement suggests module ${third?.id.slice(1)}`)).toBeVisible();
  const [first] = third ? selectLessonsOf(course, third) : [];
  await page.getByRole('link', { name: `Read “${first?.lesson.title}”` }).click();
  await page.getByRole('button', { name: 'Mark as read and go to the quiz' }).click();
  // The placement asked an item of this module; its quiz begins untouched.
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Your placement suggests')).toHaveCount(0);
  await page.goto('/placement');
  await page.getByRole('button', { name: 'Take it again' }).click();
  await expect(page.getByRole('heading', { name: /^Item 1 of/ })).toBeVisible();
});

test('keys answer the placement, and an empty answer is asked for', async ({ page }) => {
  await page.goto('/placement');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('heading', { name: /^Item 1 of/ })).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByText('Or say that you don’t know.')).toBeVisible();
  await page.keyboard.press('0');
  await expect(page.getByRole('heading', { name: /^Item 2 of/ })).toBeFocused();
});

// Colours do not depend on the width, nor the layout on the colours: two looks see what four would.
for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 390],
] as const)
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 844 } });

    test('paths, placement and their marks on the home page have no violation', async ({ page }) => {
      await page.goto('/paths');
      await page.getByRole('button', { name: 'Follow the path Tech lead' }).click();
      await expect(page.getByText('your path', { exact: true })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.goto('/placement');
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'Begin' }).click();
      await expect(page.getByRole('heading', { name: /^Item 1 of/ })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      for (let place = 0; place < placed.length; place += 1)
        await answer(page, place, place < 2 ? 'I am sure' : 'I don’t know');
      await expect(page.getByRole('heading', { name: 'Module by module' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
      await page.goto('/');
      await expect(page.getByText('Your placement suggests')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await expectNoSidewaysScroll(page);
    });
  });
