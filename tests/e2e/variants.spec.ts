import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { firstVariant } from '@/course/choose-variant';
import { loadCourse } from '@/course/load-course';
import { varyExercise } from '@/course/vary-exercise';
import type { Course } from '@/schemas/course';
import { violations } from '../support/axe';
import { keyboard } from '../support/hands';
import { skipPredictionOf } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** axe reads long pages. */
test.setTimeout(180_000);

let course: Course;
test.beforeAll(async () => {
  ({ course } = await loadCourse());
});

const origin = () => new URL(process.env.APP_URL ?? '').origin;

/** The brief of S01 with the figures of one variant. */
function briefOf(variant: number): string {
  const exercise = course.exercises.find(({ scenario }) => scenario.id === 'S01');
  if (!exercise) throw new Error('there is no S01');
  return varyExercise(exercise, variant).scenario.brief;
}

const peakOf = (brief: string) => /Peak is \d+ requests a second/.exec(brief)?.[0] ?? '';

async function withVariant(context: BrowserContext, variant: number): Promise<void> {
  let seed = 1;
  while (firstVariant(seed, 'S01', 3) !== variant) seed += 1;
  await context.clearCookies();
  await context.addCookies([{ name: 'study_seed', value: String(seed), url: origin() }]);
}

async function handInByRequest(page: Page): Promise<string> {
  await page.request.post('/api/guest', { data: {}, headers: { origin: origin() } });
  const reply = await page.request.post('/api/submissions', {
    data: { scenarioId: 'S01', handIn: modelRecord(course, 'S01'), attempt: 1 },
    headers: { origin: origin(), 'idempotency-key': crypto.randomUUID() },
  });
  const { submissionId } = (await reply.json()) as { submissionId: string };
  await skipPredictionOf(page.request, submissionId);
  return submissionId;
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.screen.width);

test('a visitor keeps the figures that they first read, as a guest too', async ({ page, context }) => {
  await context.clearCookies();
  await page.goto('/exercises/S01');
  const seen = peakOf((await page.locator('article').first().textContent()) ?? '');
  expect([0, 1, 2].map((variant) => peakOf(briefOf(variant)))).toContain(seen);
  await page.reload();
  await expect(page.getByText(seen)).toBeVisible();
  const seed = (await context.cookies()).find(({ name }) => name === 'study_seed');
  expect(seed?.httpOnly).toBe(true);
  const radio = page.getByRole('radio', { name: /Go/ }).first();
  await radio.check();
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  // From here on it is the learner's row that knows.
  await context.clearCookies({ name: 'study_seed' });
  await page.reload();
  await expect(page.getByText(seen)).toBeVisible();
});

test('by keyboard: hand in, start over, and meet other figures, with the old record still readable', async ({
  page,
  context,
}) => {
  await withVariant(context, 1);
  const submissionId = await handInByRequest(page);
  await page.goto('/exercises/S01');
  await expect(page.getByText(peakOf(briefOf(1)))).toBeVisible();
  await page.getByRole('button', { name: 'Plain text' }).click();
  await page.getByRole('textbox', { name: 'Decision record' }).fill('Words of the first attempt.');
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  const late = await context.newPage();
  await late.goto('/exercises/S01');

  await keyboard.activate(page.locator('summary', { hasText: 'Start over with other figures' }));
  await expect(page.getByText('your best result counts')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await keyboard.activate(page.getByRole('button', { name: 'Start over' }));
  await expect(page.getByText('Attempt 2, with other figures.')).toBeVisible();
  await expect(page.getByText(peakOf(briefOf(1)))).toHaveCount(0);
  await page.getByText('One version set aside').click();
  await expect(page.getByText('Words of the first attempt.').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBe(true);

  // The other tab still shows the first attempt: its words are refused with a reason, and stay on its screen.
  await late.getByRole('textbox', { name: 'Decision record' }).fill('Too late.');
  await expect(late.getByText(/was started over in another tab/)).toBeVisible({ timeout: 20_000 });
  await expect(late.getByRole('textbox', { name: 'Decision record' })).toHaveValue('Too late.');

  await page.goto(`/results/${submissionId}`);
  await expect(page.getByText('This draft belongs to attempt 1.')).toBeVisible();
  await page.locator('summary', { hasText: 'The brief as this attempt had it' }).click();
  await expect(page.getByText(peakOf(briefOf(1)))).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(await fits(page)).toBe(true);
});
