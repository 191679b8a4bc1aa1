import { expect, test } from 'playwright/test';

/** On a phone nothing scrolls sideways, the record is plain text, and the exercise comes in three steps. */
for (const address of [
  '/',
  '/lessons/where-the-milliseconds-go',
  '/lessons/the-tail-and-the-collector',
  '/exercises/S01',
  '/cases',
  '/cases/C01',
  '/cases/C18',
  '/account',
]) {
  test(`${address} fits the width`, async ({ page }) => {
    await page.goto(address);
    const { width, inner } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      inner: document.documentElement.clientWidth,
    }));
    expect(width).toBeLessThanOrEqual(inner);
  });
}

test('brief, board and text come one after the other, in a plain textarea', async ({ page }) => {
  const editor: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/monaco/')) editor.push(request.url());
  });
  await page.goto('/exercises/S01');
  const board = page.getByRole('heading', { name: 'Decide, part by part' });
  await expect(page.getByText(/Tarnbridge/).first()).toBeVisible();
  await expect(board).toBeHidden();
  await page.getByRole('button', { name: 'Next: the board' }).click();
  await expect(board).toBeVisible();
  await page.getByRole('button', { name: 'Next: the text' }).click();
  const record = page.getByRole('textbox', { name: 'Decision record' });
  await record.fill('Written on a phone.');
  await expect(page.getByText(/Saved \d\d:\d\d/)).toBeVisible();
  expect(editor).toEqual([]);
});

test('what is laid out late moves no place: a section reached by link or found again by reload', async ({ page }) => {
  const fresh = () => page.evaluate(() => document.documentElement.dataset.fresh);
  const links = page.getByRole('navigation', { name: 'Sections' }).getByRole('link');
  await page.goto('/lessons/the-tail-and-the-collector');
  expect(await fresh()).toBe('');
  const last = (await links.last().getAttribute('href')) ?? '';
  const top = () => page.locator(last).evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
  await expect(page.locator('[data-lesson-text] > :nth-child(9)')).toHaveCSS('content-visibility', 'auto');

  await links.last().click();
  await expect.poll(top).toBeLessThan(60);
  expect(await top()).toBeGreaterThanOrEqual(0);
  expect(await fresh()).toBeUndefined();

  await page.evaluate(() => window.scrollBy(0, 200));
  const before = await top();
  await page.reload();
  expect(await fresh()).toBeUndefined();
  await expect.poll(top).toBe(before);
});
