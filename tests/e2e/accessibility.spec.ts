import { expect, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import { violations } from '../support/axe';
import { mouse } from '../support/hands';
import { skipPrediction } from '../support/predictions';
import { respond } from '../support/quiz-answers';
import { modelRecord } from '../support/sample-record';

const PAGES = [
  '/',
  '/account',
  '/lessons/where-the-milliseconds-go',
  '/lessons/the-tail-and-the-collector',
  '/lessons/memory-as-a-budget',
  '/lessons/where-the-milliseconds-go/quiz',
  '/exercises/S01',
  '/calibration',
  '/certificate',
  '/exercises/S01/compare',
  '/cases',
  '/cases?direction=left-go&q=latency',
  '/cases?q=nothing-like-it',
  '/cases/C01',
  '/cases/C08',
  '/no-such-page',
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const address of PAGES) {
      test(`${address} has no violation`, async ({ page }) => {
        await page.goto(address);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('an answered item, the editor and a result have no violation', async ({ page }) => {
      test.setTimeout(120_000); // five pages under axe, one of them long
      const { course } = await loadCourse();
      const quiz = course.lessons[0]?.quiz;
      await page.goto(`/lessons/${quiz?.lesson}/quiz`);
      await page.getByRole('button', { name: 'Begin' }).click();
      await expect(page.getByRole('heading', { name: /^Item 1 of/ })).toBeVisible();
      const stem = await page.locator('main').innerText();
      const item = quiz?.items.find((one) => stem.includes(one.stem.split(/[`*\n]/)[0]?.trim() ?? ''));
      if (!item) throw new Error('no item on the screen');
      await respond(page, mouse, item, true);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('button', { name: 'I am sure' }).click();
      await expect(page.getByRole('button', { name: 'Next item' })).toBeVisible();
      expect(await violations(page)).toEqual([]);

      const record = modelRecord(course, 'S01');
      await page.goto('/exercises/S01');
      for (const [component, choice] of Object.entries(record.choices))
        await page.locator(`input[type="radio"][name$="${component}"][value="${choice}"]`).check();
      await page.locator(`input[type="radio"][name*="boundary"][value="${record.boundary}"]`).check();
      await page.getByRole('textbox', { name: 'Decision record' }).focus();
      await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
      expect(await violations(page)).toEqual([]);
      await page.locator('.monaco-editor').first().click();
      await page.keyboard.insertText(record.explanation);
      await page.getByRole('button', { name: 'Hand in' }).click();
      await expect(page).toHaveURL(/\/results\//);
      await expect(page.getByRole('heading', { name: 'Mark it yourself first' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await skipPrediction(page);
      await expect(page.locator('mark').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
