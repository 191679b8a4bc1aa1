import { expect, test } from 'playwright/test';

for (const address of ['/glossary', '/search', '/search?q=latency'])
  test(`${address} fits the width`, async ({ page }) => {
    await page.goto(address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  });

test('a touch opens a term at the lower edge, and a touch elsewhere closes it', async ({ page }) => {
  await page.goto('/lessons/the-tail-and-the-collector');
  const word = page.locator('a[data-term="fan-out"]');
  await expect(word).toHaveAttribute('aria-haspopup', 'dialog');
  await word.tap();
  const note = page.getByRole('dialog', { name: 'fan-out' });
  await expect(note).toBeInViewport({ ratio: 1 });
  const box = await note.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(844, 0);
  expect(box?.width).toBeCloseTo(390, 0);
  await page.touchscreen.tap(195, 60);
  await expect(note).toBeHidden();
});

test('the search is an icon in the header, large enough to touch, and its dialogue fits', async ({ page }) => {
  await page.goto('/');
  const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
  const target = await opener.boundingBox();
  expect(Math.min(target?.width ?? 0, target?.height ?? 0)).toBeGreaterThanOrEqual(44);
  await opener.tap();
  await page.getByRole('searchbox').fill('latency');
  const dialog = page.getByRole('dialog', { name: 'Search the course' });
  await expect(dialog.getByRole('link').first()).toBeVisible();
  const wide = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});
