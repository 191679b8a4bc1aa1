import { readFileSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { violations } from '../support/axe';

const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Saved / });
const point = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

async function expectNoSidewaysScroll(page: Page) {
  const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scroll).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

async function newDecision(page: Page) {
  await page.goto('/studio');
  await page.getByRole('button', { name: 'Write a decision' }).click();
  await page.waitForURL(/\/studio\/[0-9a-f-]{20,}/);
  await expect(page.getByLabel('Title')).toBeVisible();
}

test('a decision is written, kept over a reload, read, mended where a point was open, and exported', async ({
  page,
}) => {
  test.setTimeout(180_000); // the whole journey
  await newDecision(page);
  await page.getByLabel('Title').fill('Gateway: keep Go');
  await page.getByLabel('Context and facts').fill('The gateway answers 2,000 requests a second. Go is blazingly fast.');
  await page.getByRole('button', { name: 'Add an option' }).click();
  await expect(page.getByLabel('Option', { exact: true })).toBeFocused();
  await page.getByLabel('Option', { exact: true }).fill('Keep the Go gateway');
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Context and facts')).toHaveValue(/blazingly fast/);
  await expect(page.getByLabel('Option', { exact: true })).toHaveValue('Keep the Go gateway');

  const reversal = point(page, 'The reversal condition');
  await expect(reversal).toContainText('partly found');
  await expect(page.getByText('A slogan', { exact: true })).toBeVisible();
  await page.getByLabel('What would make you undo this').fill('If p99 exceeds 80 ms for two weeks');
  await page.getByLabel('By when it must have shown').fill('2027-03-01');
  await expect(page.getByText('The text has changed since this reading.')).toBeVisible();
  await page.getByRole('button', { name: 'Read it again' }).click();
  await expect(reversal.getByText('found', { exact: true })).toBeVisible();
  await expect(reversal).toContainText('If p99 exceeds 80 ms');
  expect(await violations(page)).toEqual([]);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as Markdown (MADR 4)' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('gateway-keep-go.md');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toContain('## Reversal Condition');

  await page.goto('/studio');
  await page.getByText('Import a decision record').click();
  await page
    .getByLabel('A file')
    .setInputFiles({ name: 'gateway.md', mimeType: 'text/markdown', buffer: Buffer.from(text) });
  await expect(page.getByRole('heading', { name: /What went where: Gateway: keep Go/ })).toBeFocused();
  await expect(page.getByText('→ Reversal condition', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Save as a new decision' }).click();
  await page.waitForURL(/\/studio\/[0-9a-f-]{20,}/);
  await expect(page.getByLabel('What would make you undo this')).toHaveValue('If p99 exceeds 80 ms for two weeks');
  await expect(page.getByLabel('Option', { exact: true })).toHaveValue('Keep the Go gateway');

  await page.getByRole('link', { name: 'Review checklist, one page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Review checklist: Gateway/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test('a file that is none is refused with a sentence, before and by the server', async ({ page }) => {
  await page.goto('/studio');
  await page.getByText('Import a decision record').click();
  const tries: readonly (readonly [string, Buffer, RegExp])[] = [
    ['large.md', Buffer.alloc(2_000_000, 'a'), /2000 KB; up to 200 KB/],
    ['binary.txt', Buffer.from('one\ntwo\0'), /line 2 holds a NUL byte/],
    ['latin.md', Buffer.from([0x23, 0x20, 0xe9, 0x74, 0xe9]), /not text in UTF-8/],
    ['page.md', Buffer.from('<!doctype html><html>'), /begins an HTML or XML page/],
    ['empty.md', Buffer.from(' '), /The file is empty/],
    ['head.md', Buffer.from('---\nstatus: accepted\n# A'), /front matter/],
  ];
  for (const [name, buffer, message] of tries) {
    await page.getByLabel('A file').setInputFiles({ name, mimeType: 'text/markdown', buffer });
    await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible();
  }
  const { origin } = new URL(process.env.APP_URL ?? '');
  const reply = await page.request.post('/api/decision-imports', { data: { text: 'a\0b' }, headers: { origin } });
  expect(reply.status()).toBe(422);
  expect(await reply.text()).toContain('NUL byte');
});

test('two tabs lose nothing, and what was typed offline is there again', async ({ page, context }) => {
  await newDecision(page);
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByLabel('Title').fill('From the second tab');
  await expect(saved(second)).toBeVisible();
  await page.getByLabel('Title').fill('From the first tab');
  await expect(page.getByRole('alert').filter({ hasText: 'changed somewhere else' })).toBeVisible();
  await page.getByRole('button', { name: 'Take the other' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('From the second tab');
  await page.getByRole('button', { name: 'Swap it with what is on the page' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('From the first tab');
  await expect(saved(page)).toBeVisible();
  await context.setOffline(true);
  await page.getByLabel('Title').fill('Written on a train');
  await expect(page.getByText('Offline, kept on this device')).toBeVisible();
  await second.close();
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
});

test('on its day a decision asks whether it still holds, and the answer is logged', async ({ page }) => {
  await newDecision(page);
  await page.getByLabel('Title').fill('An old one');
  await page.getByLabel('Ask me again on').fill('2020-01-01');
  await page.getByLabel('What would make you undo this').fill('If the vendor stops its support');
  await expect(saved(page)).toBeVisible();
  await page.goto('/studio');
  const card = page.getByRole('article', { name: /Would you still decide this\? An old one/ });
  await expect(card).toContainText('If the vendor stops its support');
  expect(await violations(page)).toEqual([]);
  await card.getByRole('button', { name: 'Still right' }).click();
  await expect(card).toBeHidden();
  await page.getByRole('link', { name: 'An old one' }).click();
  await page.waitForURL(/\/studio\/[0-9a-f-]{20,}/);
  await expect(page.getByText(/Looked at again: still right on/)).toBeVisible();
});

test('nobody else opens it, signed in or not', async ({ page, browser }) => {
  await newDecision(page);
  const stranger = await browser.newPage({ baseURL: process.env.APP_URL ?? '' });
  for (const path of ['', '/print']) expect((await stranger.goto(page.url() + path))?.status()).toBe(404);
  await stranger.request.post('/api/guest', {
    data: {},
    headers: { origin: new URL(process.env.APP_URL ?? '').origin },
  });
  expect((await stranger.goto(page.url()))?.status()).toBe(404);
  await stranger.close();
});

test('with the keyboard alone a decision is begun, gets an option and is read', async ({ page }) => {
  await page.goto('/studio');
  await page.getByRole('button', { name: 'Write a decision' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/studio\/[0-9a-f-]{20,}/);
  await page.getByLabel('Title').focus();
  await page.keyboard.type('By hand');
  for (const label of ['Date', 'Status']) {
    for (
      let tabs = 0;
      tabs < 5 && !(await page.getByLabel(label, { exact: true }).evaluate((one) => one === document.activeElement));
      tabs += 1
    )
      await page.keyboard.press('Tab');
    await expect(page.getByLabel(label, { exact: true })).toBeFocused();
  }
  await page.getByRole('button', { name: 'Add an option' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Option', { exact: true })).toBeFocused();
  await page.keyboard.type('Keep it');
  await page.getByRole('button', { name: 'Read my decision' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/of 7 points found/)).toBeVisible();
});

test('on a phone, in the dark, nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/studio');
  await expectNoSidewaysScroll(page);
  expect(await violations(page)).toEqual([]);
  await newDecision(page);
  await page.getByLabel('Title').fill(`A title with a ${'long'.repeat(30)} word`);
  await page.getByLabel('Context and facts').fill(`https://example.org/${'path'.repeat(60)} is blazingly fast`);
  await page.getByRole('button', { name: 'Read my decision' }).click();
  await expect(page.getByText(/of 7 points found/)).toBeVisible();
  await expectNoSidewaysScroll(page);
  expect(await violations(page)).toEqual([]);
});
