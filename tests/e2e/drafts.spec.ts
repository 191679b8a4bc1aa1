import { expect, type Page, test } from 'playwright/test';

/** No text is lost: not offline, not by a reload, not by a second tab. */
test.beforeEach(async ({ page }) => {
  await page.goto('/exercises/S01');
  const remembered = page.waitForResponse((reply) => reply.url().endsWith('/api/preferences') && reply.ok());
  await page.getByRole('button', { name: 'Plain text' }).click();
  await remembered;
});

const record = (page: Page) => page.getByRole('textbox', { name: 'Decision record' });
const state = (page: Page) => page.getByRole('region', { name: 'State of the draft' });

test('what is typed is saved, says so, and is there after a reload', async ({ page }) => {
  await record(page).fill('Four of the six ship Go.');
  await expect(state(page)).toContainText(/Saved \d\d:\d\d/);
  await page.reload();
  await expect(record(page)).toHaveValue('Four of the six ship Go.');
});

test('what is typed offline is kept on this device and saved once the server answers again', async ({
  page,
  context,
}) => {
  await record(page).fill('First words.');
  await expect(state(page)).toContainText(/Saved/);
  await context.setOffline(true);
  await record(page).fill('First words. Written on a train.');
  await expect(state(page)).toContainText('Offline, kept on this device');
  await context.setOffline(false);
  await expect(state(page)).toContainText(/Saved/, { timeout: 20_000 });
  await page.reload();
  await expect(record(page)).toHaveValue('First words. Written on a train.');
});

test('work that never reached the server is found again after the page was closed', async ({ page, context }) => {
  await record(page).fill('First words.');
  await expect(state(page)).toContainText(/Saved/);
  await context.setOffline(true);
  await record(page).fill('First words. And then the browser died.');
  await expect(state(page)).toContainText('Offline, kept on this device');
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto('/exercises/S01');
  await expect(record(later)).toHaveValue('First words. And then the browser died.');
  await expect(later.getByText('Newer work was found on this device')).toBeVisible();
});

test('two tabs that both changed the draft keep both texts, and the person chooses', async ({ page, context }) => {
  await record(page).fill('Common start.');
  await expect(state(page)).toContainText(/Saved/);
  const second = await context.newPage();
  await second.goto('/exercises/S01');
  await expect(record(second)).toHaveValue('Common start.');
  await record(second).fill('From the second tab.');
  await expect(state(second)).toContainText(/Saved/);

  await record(page).fill('From the first tab.');
  await expect(page.getByText('This draft was changed somewhere else as well.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Mine, on this page', exact: true })).toContainText(
    'From the first tab.',
  );
  await expect(page.getByRole('region', { name: 'The other, already saved', exact: true })).toContainText(
    'From the second tab.',
  );
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await expect(state(page)).toContainText(/Saved/);
  await expect(page.getByText('One version set aside')).toBeVisible();
  await page.getByText('One version set aside').click();
  await page.getByRole('button', { name: 'Swap with what is on the page' }).click();
  await expect(record(page)).toHaveValue('From the second tab.');
});

test('the choice of editor is remembered', async ({ page }) => {
  await page.reload();
  await record(page).focus();
  await expect(page.getByRole('button', { name: 'Plain text' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
});

test('handing in with holes says what is missing and goes there', async ({ page }) => {
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(state(page)).toContainText('Still open');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('radio');
  await expect(page).toHaveURL(/\/exercises\/S01$/);
});
