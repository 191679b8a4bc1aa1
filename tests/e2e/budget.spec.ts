import { gzipSync } from 'node:zlib';
import { expect, type Page, test } from 'playwright/test';
import { instrumentLessons } from '../support/instrument-lessons';

const KIB = 1024;

/** Every script a page fetches while `act` runs, with its size as a compressing server would send it. */
async function scriptsOf(page: Page, act: () => Promise<unknown>) {
  const bodies: Promise<{ url: string; bytes: number }>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    bodies.push(response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body).length })));
  });
  await act();
  await page.waitForLoadState('networkidle');
  const scripts = await Promise.all(bodies);
  return { scripts, bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0) };
}

test('every lesson with an instrument needs at most 180 KiB of JavaScript, none of it the editor', async ({
  context,
}) => {
  test.setTimeout(120_000);
  for (const { lesson } of instrumentLessons()) {
    const page = await context.newPage();
    const { scripts, bytes } = await scriptsOf(page, () => page.goto(`/lessons/${lesson}`));
    console.log(`${lesson}: ${(bytes / KIB).toFixed(1)} KiB of JavaScript in ${scripts.length} files, gzipped`);
    expect(scripts.length, lesson).toBeGreaterThan(3);
    expect(bytes, lesson).toBeLessThanOrEqual(180 * KIB);
    expect(scripts.filter(({ url }) => url.includes('monaco'))).toEqual([]);
    await page.close();
  }
});

test('before its first paint a lesson asks for little, and for no other page', async ({ page }) => {
  const ahead: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('_rsc=')) ahead.push(request.url());
  });
  const response = await page.goto('/lessons/where-the-milliseconds-go', { waitUntil: 'networkidle' });
  const html = (await response?.text()) ?? '';
  const sizes = (addresses: readonly string[]) =>
    Promise.all(addresses.map(async (address) => gzipSync(await (await page.request.get(address)).body()).length));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const hrefs = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, href]) => href ?? '');

  const sheets = await sizes(hrefs(/<link rel="stylesheet" href="([^"]+)"/g, html));
  const fonts = await sizes(hrefs(/<([^>]+\.woff2)>; rel=preload/g, (await response?.headerValue('link')) ?? ''));
  const kib = (numbers: readonly number[]) => (sum(numbers) / KIB).toFixed(1);
  console.log(
    `${sheets.length} style sheets of ${kib(sheets)} KiB, ${fonts.length} preloaded fonts of ${kib(fonts)} KiB`,
  );
  expect(sheets.length).toBeGreaterThan(0);
  expect(sheets.length).toBeLessThanOrEqual(4);
  expect(sum(sheets)).toBeLessThanOrEqual(26 * KIB);
  expect(fonts).toHaveLength(2);
  expect(sum(fonts)).toBeLessThanOrEqual(56 * KIB);
  expect(ahead).toEqual([]);
});

test('the heaviest pages ask for at most 28 KiB of style sheets', async ({ page }) => {
  for (const address of ['/', '/exercises/S03']) {
    const html = await (await page.request.get(address)).text();
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    const bodies = await Promise.all(sheets.map(async (sheet) => (await page.request.get(sheet)).body()));
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
    console.log(`${address}: ${sheets.length} style sheets of ${(bytes / KIB).toFixed(1)} KiB`);
    expect(sheets.length, address).toBeGreaterThan(0);
    expect(bytes, address).toBeLessThanOrEqual(28 * KIB);
  }
});

test('the exercise page fetches the editor only when somebody is about to write', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto('/exercises/S03', { waitUntil: 'networkidle' });
  expect(requested.filter((url) => url.includes('/monaco/'))).toEqual([]);
  const fetched = page.waitForResponse((response) => response.url().endsWith('/editor.js'));
  await page.getByRole('textbox', { name: 'Decision record' }).focus();
  const editor = await fetched;
  expect(new URL(editor.url()).origin).toBe(new URL(page.url()).origin);
  const bytes = gzipSync(await editor.body()).length;
  console.log(`the editor: ${(bytes / KIB).toFixed(1)} KiB, gzipped`);
  expect(bytes).toBeLessThanOrEqual(750 * KIB);
});

test('the script policy is strict, and the editor works under it without a violation', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) violations.push(message.text());
  });
  const response = await page.goto('/exercises/S01');
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("'strict-dynamic'");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  await page.getByRole('textbox', { name: 'Decision record' }).focus();
  await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 20_000 });
  expect(violations).toEqual([]);
});
