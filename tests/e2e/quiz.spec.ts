import { expect, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { mouse } from '../support/hands';
import { itemOnScreen, respond } from '../support/quiz-answers';

test('an answer that was not sent survives a reload, and a first write earns no refusal', async ({ page }) => {
  const [lesson] = (await loadCourse()).course.lessons;
  if (!lesson) throw new Error('the course has no lesson');
  const refused: string[] = [];
  page.on('response', (reply) => {
    if (reply.status() >= 400) refused.push(`${reply.status()} ${reply.url()}`);
  });
  await page.goto(`/lessons/${lesson.lesson.id}/quiz`);
  await page.getByRole('button', { name: 'Begin' }).click();
  await respond(page, mouse, await itemOnScreen(page, lesson.quiz), true);
  await page.reload();
  await page.getByRole('button', { name: 'I am sure' }).click();
  await expect(page.getByRole('heading', { level: 2, name: /^Right/ })).toBeVisible();
  expect(refused).toEqual([]);
});
