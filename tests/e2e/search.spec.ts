import { expect, type Page, test } from 'playwright/test';
import { violations } from '../support/axe';

/** The key is listened to once the page has come alive; until then it is pressed again. */
async function openSearch(page: Page): Promise<void> {
  await expect(async () => {
    await page.locator('body').press('/');
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 3000 });
  }).toPass();
}

const LESSON = '/lessons/the-tail-and-the-collector';

test.describe('searching by keyboard', () => {
  test('the slash opens the dialogue, arrows walk through the results, Enter follows one', async ({ page }) => {
    await page.goto('/account');
    await openSearch(page);
    const dialog = page.getByRole('dialog', { name: 'Search the course' });
    const field = dialog.getByRole('searchbox', { name: 'Words to look for' });
    await expect(field).toBeFocused();
    await expect(dialog.getByRole('status')).toContainText('Lessons by section');
    await page.keyboard.type('borow cheker');
    const first = dialog.getByRole('link', { name: /^borrow checker/ });
    await expect(first).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(first).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(field).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/glossary#borrow-checker$/);
    await expect(dialog).toBeHidden();
  });

  test('Escape closes it and gives the focus back; it opens empty again', async ({ page }) => {
    await page.goto('/account');
    const opener = page.getByRole('banner').getByRole('link', { name: 'Search' });
    await opener.click();
    const field = page.getByRole('searchbox');
    await expect(field).toBeFocused();
    await page.keyboard.type('latency');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press('/');
    await expect(field).toHaveValue('');
  });

  test('Enter in the field opens the page with all results', async ({ page }) => {
    await page.goto('/');
    await openSearch(page);
    await page.keyboard.type('a budget, not a measurement');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\?q=a%20budget/);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^A budget, not a measurement/ })
      .click();
    await expect(page).toHaveURL(/where-the-milliseconds-go#a-budget-not-a-measurement$/);
    await expect(page.locator('#a-budget-not-a-measurement')).toBeInViewport();
  });

  test('the slash is a letter where somebody writes, and on the search page it goes to the field', async ({ page }) => {
    await page.goto('/account');
    const name = page.getByRole('textbox').first();
    await name.focus();
    await page.keyboard.type('a/b');
    await expect(name).toHaveValue('a/b');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.goto('/search?q=latency');
    await page.locator('body').press('/');
    await expect(page.getByRole('main').getByRole('searchbox')).toBeFocused();
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('the slash is a letter in the editor of a decision record too', async ({ page }) => {
    await page.goto('/exercises/S01');
    await page.getByRole('textbox', { name: 'Decision record' }).focus();
    await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
    await page.locator('.monaco-editor').first().click();
    await page.keyboard.type('go/rust');
    await expect(page.locator('.view-lines').first()).toContainText('go/rust');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test('a search that fails says so and keeps the words', async ({ page }) => {
  await page.route('**/api/search?*', (route) => route.abort());
  await page.goto('/account');
  await openSearch(page);
  await page.keyboard.type('latency');
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('The server cannot be reached');
  await expect(page.getByRole('searchbox')).toHaveValue('latency');
});

test('a search makes nobody a guest', async ({ page, context }) => {
  await page.goto('/account');
  await openSearch(page);
  await page.keyboard.type('latency');
  await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['study_seed']);
});

test.describe('terms in a lesson', () => {
  test('a word opens its explanation by keyboard; Escape closes it, Tab goes on from the word', async ({ page }) => {
    await page.goto(LESSON);
    const word = page.locator('a[data-term="fan-out"]');
    await expect(word).toHaveAttribute('aria-haspopup', 'dialog');
    await word.focus();
    await page.keyboard.press('Enter');
    const note = page.getByRole('dialog', { name: 'fan-out' });
    await expect(note).toBeVisible();
    await expect(note).toBeFocused();
    await expect(note).toContainText('One operation waiting for answers from many others.');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(note).toBeHidden();
    await expect(word).toBeFocused();

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(note.getByRole('link', { name: 'In the glossary' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(note).toBeHidden();
    const after = await page.evaluate(() => {
      const link = document.querySelector('a[data-term="fan-out"]');
      const focused = document.activeElement;
      return Boolean(link && focused && link.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING);
    });
    expect(after).toBe(true);
    await expect(page.locator('footer :focus')).toHaveCount(0);
  });

  test('a click opens it beside the word, a second one closes it, and its link leads on', async ({ page }) => {
    await page.goto(LESSON);
    const word = page.locator('a[data-term="fan-out"]');
    const note = page.getByRole('dialog', { name: 'fan-out' });
    await expect(word).toHaveAttribute('aria-haspopup', 'dialog');
    await word.click();
    await expect(note).toBeInViewport({ ratio: 1 });
    const [wordBox, noteBox] = [await word.boundingBox(), await note.boundingBox()];
    const gap = Math.min(
      Math.abs((noteBox?.y ?? 0) - (wordBox?.y ?? 0) - (wordBox?.height ?? 0)),
      Math.abs((wordBox?.y ?? 0) - (noteBox?.y ?? 0) - (noteBox?.height ?? 0)),
    );
    expect(gap).toBeLessThan(40);
    await word.click();
    await expect(note).toBeHidden();
    await word.click();
    await note.getByRole('link', { name: 'In the glossary' }).click();
    await expect(page).toHaveURL(/\/glossary#fan-out$/);
    await page.locator('#fan-out').getByRole('link', { name: /./ }).first().click();
    await expect(page).toHaveURL(/\/lessons\/[a-z-]+#word-fan-out$/);
  });

  test('the text of the lesson stays as it was written', async ({ page }) => {
    await page.goto(LESSON);
    const text = await page.locator('p', { has: page.locator('a[data-term="fan-out"]') }).innerText();
    expect(text).not.toContain('In the glossary');
    expect(await page.locator('article h2 a[data-term], article pre a[data-term]').count()).toBe(0);
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the header leads to a form, the form to results, and a result to its place', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
    await expect(page.getByText('Quizzes, exercises and your own records are not searched.')).toBeVisible();
    await page.getByRole('main').getByRole('searchbox').fill('garbage collecter');
    await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/\/search\?q=garbage\+collecter$/);
    await expect(page.getByRole('heading', { name: /places found for “garbage collecter”/ })).toBeVisible();
    await expect(page.locator('mark').first()).toBeVisible();
    await page
      .getByRole('region', { name: 'Glossary' })
      .getByRole('link', { name: /^garbage collection/ })
      .click();
    await expect(page).toHaveURL(/\/glossary#garbage-collection$/);
  });

  test('a term is a link to its entry', async ({ page }) => {
    await page.goto(LESSON);
    await page.locator('a[data-term="fan-out"]').click();
    await expect(page).toHaveURL(/\/glossary#fan-out$/);
    await expect(page.locator('#fan-out')).toBeInViewport();
  });

  test('where nothing is found, the page says what was searched', async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent('xylophone <!>"&')}`);
    await expect(page.getByRole('heading', { name: 'Nothing found for “xylophone <!>"&”.' })).toBeVisible();
    await expect(page.getByText('Lessons by section, published cases')).toBeVisible();
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const address of ['/glossary', '/search', '/search?q=latency', '/search?q=xylophone'])
      test(`${address} has no violation`, async ({ page }) => {
        await page.goto(address);
        expect(await violations(page)).toEqual([]);
      });

    test('the dialogue with results has no violation', async ({ page }) => {
      await page.goto('/account');
      await openSearch(page);
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('latency');
      await expect(page.getByRole('dialog').getByRole('link').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
