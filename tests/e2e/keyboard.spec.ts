import { expect, type Page, test } from 'playwright/test';
import { tabTo } from '../support/hands';

/**
 * What the journeys with the keyboard do not ask: that nothing holds the focus, and what the editor does with Tab and Escape.
 * journey.spec.ts walks from the start to the desk by keys, revise.spec.ts from a result to the next draft, review.spec.ts and
 * review-desk.spec.ts through the two queues.
 */
const LESSON = '/lessons/the-tail-and-the-collector';

/** Tab from the top until the focus has left the page or is where it was; fails where it stays or goes in circles. */
async function walk(page: Page): Promise<number> {
  const seen = new Set<string>();
  await page.evaluate(() => document.body.setAttribute('tabindex', '-1'));
  await page.locator('body').focus();
  for (let stop = 0; stop < 600; stop += 1) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      // Within the editor the field moves; the whole of it is one stop.
      const all = [...document.querySelectorAll('*')];
      return String(all.indexOf(element.closest('.monaco-editor') ?? element));
    });
    if (here === null) return stop;
    if (seen.has(here)) {
      const first = [...seen][0];
      expect(here, 'Tab goes in circles').toBe(first);
      return stop;
    }
    seen.add(here);
  }
  throw new Error('Tab does not come to an end');
}

test('nothing holds the focus, and the first stop leads to the content', async ({ page }) => {
  test.setTimeout(120_000);
  for (const address of ['/', LESSON, `${LESSON}/quiz`, '/exercises/S01', '/cases', '/studio']) {
    await page.goto(address);
    expect(await walk(page), address).toBeGreaterThan(8);
  }
  await page.goto(LESSON);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the editor lets go of the focus by Tab and by Escape, and says so', async ({ page }) => {
  await page.goto('/exercises/S01');
  await page.getByRole('textbox', { name: 'Decision record' }).first().scrollIntoViewIfNeeded();
  const field = page.locator('.monaco-editor').first().getByRole('textbox');
  await expect(field).toBeAttached({ timeout: 20_000 });
  await expect(field).toHaveAccessibleName(/Tab leaves the editor, Escape goes to the editor buttons/);
  await tabTo(field);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Plain text' })).toBeFocused();
  await tabTo(field);
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(field).toBeFocused();
});
