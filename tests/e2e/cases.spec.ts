import { expect, type Page, test } from 'playwright/test';

const titles = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 });

test('the library is reached from the head of the site, filtered by a form, and the filter is an address', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cases' }).click();
  await expect(page.getByRole('heading', { name: 'All 48 cases' })).toBeVisible();
  await expect(titles(page)).toHaveCount(48);
  await page.getByLabel('Direction').selectOption('left-go');
  await page.getByLabel('Words').fill('turborepo');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL('/cases?direction=left-go&q=turborepo');
  await expect(page.getByRole('heading', { name: '1 of 48 cases' })).toBeVisible();
  await expect(titles(page)).toHaveText([/^C10/]);
  await expect(page.getByLabel('Direction')).toHaveValue('left-go');
  await page.getByRole('link', { name: 'Clear' }).click();
  await expect(titles(page)).toHaveCount(48);
  await expect(page.getByLabel('Direction')).toHaveValue('');
});

test('a filter that nothing fits says what to do, and a slip in an address filters nothing', async ({ page }) => {
  await page.goto('/cases?constraint=team&boundary=sidecar');
  await expect(page.getByRole('heading', { name: '0 of 48 cases' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all cases' }).click();
  await expect(page).toHaveURL('/cases');
  await page.goto('/cases?direction=sideways&q=&constraint=pauses');
  await expect(page).toHaveURL('/cases?constraint=pauses');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the library filters, and a case leads to its neighbours', async ({ page }) => {
    await page.goto('/cases');
    await page.getByLabel('Boundary').selectOption('WASM module');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page).toHaveURL('/cases?boundary=WASM+module');
    await page.getByRole('link', { name: /^C31/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'WASM hosts and clients' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What it does not show' })).toBeVisible();
    await page.getByRole('link', { name: /^After C32/ }).click();
    await expect(page).toHaveURL('/cases/C32');
  });
});

test('a card in a lesson leads to the case, and the case back to the card', async ({ page }) => {
  await page.goto('/lessons/the-tail-and-the-collector');
  const card = page.getByRole('complementary', { name: /^Case C01/ });
  await card.getByRole('link').click();
  await expect(page).toHaveURL('/cases/C01');
  await expect(page).toHaveTitle(/^C01 Discord Read States/);
  await page.getByRole('link', { name: 'The tail and the collector' }).click();
  await expect(page).toHaveURL('/lessons/the-tail-and-the-collector#case-C01');
});

test('an unknown case is a page that says so', async ({ page }) => {
  expect((await page.goto('/cases/C99'))?.status()).toBe(404);
});

test('typing C and a digit in the editor offers cases, fetched only then; Enter alone takes none', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/api/cases')) asked.push(request.url());
  });
  await page.goto('/exercises/S01');
  await page.getByRole('textbox', { name: 'Decision record' }).focus();
  const editor = page.locator('.monaco-editor').first();
  await expect(editor).toBeVisible({ timeout: 20_000 });
  await editor.click();
  await page.keyboard.type('Our GC settings. Cost is fixed; as in ');
  const offers = page.locator('.suggest-widget.visible');
  await page.keyboard.type('C0');
  await expect(offers).toContainText('Discord Read States: Go to Rust');
  await expect(offers).toContainText('Does not show: No table of p50/p99, CPU or memory: charts only.');
  expect(asked).toHaveLength(1);
  await page.keyboard.press('Enter');
  await expect(offers).toBeHidden();
  await page.keyboard.type('then C0');
  await expect(offers).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' moved.');
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect(page.getByRole('textbox', { name: 'Decision record' })).toHaveValue(
    'Our GC settings. Cost is fixed; as in C0\nthen C02 moved.',
  );
  expect(asked).toHaveLength(1);
});

test('beside the plain editor a list finds a case and writes its number at the caret', async ({ page }) => {
  await page.goto('/exercises/S01');
  await page.getByRole('button', { name: 'Plain text' }).click();
  const record = page.getByRole('textbox', { name: 'Decision record' });
  await record.fill('As seen in, but smaller.');
  await record.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(10, 10));
  await page.getByText('Cite a case').click();
  await page.getByLabel('Find by number, name or word').fill('read states');
  await expect(page.getByText('1 case', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Cite C01, Discord Read States: Go to Rust' }).click();
  await expect(record).toBeFocused();
  await page.keyboard.type(' and');
  await expect(record).toHaveValue('As seen in C01 and, but smaller.');
});

test('a list that does not come says so, loses nothing, and can be asked for again', async ({ page }) => {
  let isDown = true;
  await page.route('**/api/cases', (route) => (isDown ? route.abort() : route.continue()));
  await page.goto('/exercises/S01');
  await page.getByRole('button', { name: 'Plain text' }).click();
  await page.getByText('Cite a case').click();
  await expect(page.getByText('The cases could not be loaded.')).toBeVisible();
  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('48 cases', { exact: true })).toBeVisible();
});
