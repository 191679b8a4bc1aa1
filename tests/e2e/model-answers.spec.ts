import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { skipPredictionOf } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** axe reads a long page. */
test.setTimeout(120_000);

/** What stands beside the brief from the start, and what opens with a draft that passes. */
test('questions stand beside the brief; two records, twists and the other questions open with a pass', async ({
  page,
  request,
}) => {
  const { course } = await loadCourse();
  const exercise = course.exercises.find(({ scenario }) => scenario.id === 'S01');
  const [usual, contrarian] = [exercise?.modelAnswers?.usual, exercise?.modelAnswers?.contrarian];
  if (!exercise || !usual || !contrarian) throw new Error('S01 has no model answers');
  const { before, after } = exercise.scenario.ask_before_deciding;

  await page.goto('/exercises/S01');
  for (const question of before) await expect(page.getByText(question)).toBeVisible();
  for (const question of after) await expect(page.getByText(question)).toHaveCount(0);

  const { origin } = new URL(process.env.APP_URL ?? '');
  await page.request.post('/api/guest', { data: {}, headers: { origin } });
  const reply = await page.request.post('/api/submissions', {
    data: { scenarioId: 'S01', handIn: modelRecord(course, 'S01') },
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
  });
  const { submissionId } = (await reply.json()) as { submissionId: string };
  await skipPredictionOf(page.request, submissionId);
  await page.goto(`/results/${submissionId}`);

  const models = page.getByRole('region', { name: 'Two records beside yours' });
  for (const [title, { note }] of [
    ['The expected answer', usual],
    ['Against it, and defensible', contrarian],
  ] as const) {
    await expect(models.getByText(note)).toBeHidden();
    await models.locator('summary', { hasText: title }).click();
    await expect(models.getByText(note)).toBeVisible();
    await expect(models.getByRole('table', { name: `${title}: its choices and yours` })).toBeVisible();
  }
  const twists = page.getByRole('region', { name: 'If a fact changed' });
  await expect(twists.locator('details')).toHaveCount(1 + exercise.scenario.extra_twists.length);
  await twists.locator('summary').last().press('Enter');
  await expect(twists.getByText(exercise.scenario.extra_twists.at(-1)?.new_answer ?? '')).toBeVisible();
  for (const question of after) await expect(page.getByText(question)).toBeVisible();

  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await request.get(`/results/${submissionId}`)).ok()).toBe(true);
  expect(await (await request.get(`/results/${submissionId}`)).text()).not.toContain(usual.note);
});
