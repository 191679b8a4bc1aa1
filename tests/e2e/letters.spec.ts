import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { keyboard } from '../support/hands';
import { runScript } from '../support/run-script';
import { linkIn, type SmtpCatcher, startSmtpCatcher } from '../support/smtp-catcher';

test.describe.configure({ timeout: 120_000 });

const ADA = 'ada@example.org';
let app: App;
let smtp: SmtpCatcher;
let dataDir: string;
let env: Record<string, string>;

test.beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-letters-'));
  smtp = await startSmtpCatcher();
  env = { SMTP_URL: smtp.url, MAIL_FROM: 'Course <course@example.org>' };
  app = await startApp({ dataDir, env });
});
test.afterAll(async () => {
  await app.stop();
  await smtp.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function expectSound(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  expect(await violations(page), page.url()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await page.setViewportSize({ width: 1280, height: 860 });
}

/** Sends what a page of ours would send. */
const send = (page: Page, path: string, body: object) =>
  page.evaluate(
    async ([to, sent]) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(to, { method: 'POST', headers, body: JSON.stringify(sent) })).status;
    },
    [path, body] as const,
  );

test('letters are chosen, come, and are stopped from their link without signing in, by a press and not by a look', async ({
  browser,
}) => {
  const page = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
  await page.goto('/account');
  const who = { name: 'Ada Example', email: ADA, password: 'correct horse battery' };
  expect(await send(page, '/api/auth/sign-up/email', who)).toBe(201);
  await page.goto('/account');
  const letters = page.getByRole('region', { name: 'Letters by mail' });
  await expect(letters.getByText('Letters go to confirmed addresses only.')).toBeVisible();
  await page.goto(linkIn(await smtp.letterTo(ADA)));
  await page.getByRole('button', { name: 'Confirm the address' }).click();
  await expect(page.getByText('The address is confirmed.')).toBeVisible();
  await page.goto('/account#letters');
  const feedback = letters.getByLabel('When a person looked at a draft of mine');
  await expect(letters.getByLabel('Three days and one day before')).toBeChecked();
  await expect(feedback).not.toBeChecked();
  await feedback.focus();
  await page.keyboard.press('Space');
  await expect(letters.getByText('Saved.')).toBeVisible();
  await expect(letters.getByLabel('Time zone')).toHaveValue('Europe/London');
  await expectSound(page, 'dark');

  const noted = runScript('tests/support/scripts/note-letter.ts', [ADA], { ...env, DATA_DIR: dataDir });
  expect(await noted.finished).toMatchObject({ code: 0 });
  // Somebody waits for another letter: the server looks at once.
  await send(page, '/api/auth/forgotten', { email: 'nobody@example.org' });
  const letter = await smtp.letterTo(ADA, 1);
  expect(letter.headers).toContain('Subject: A person looked at your draft');
  const stop = /http\S+\/letters\/\S+/.exec(letter.text)?.[0] ?? '';

  const elsewhere = await (await browser.newContext()).newPage();
  for (const _ of [1, 2]) {
    await elsewhere.goto(stop);
    await expect(elsewhere.getByRole('heading', { level: 1, name: 'Stop letters from the course?' })).toBeVisible();
  }
  await expectSound(elsewhere, 'light');
  await keyboard.activate(elsewhere.getByRole('button', { name: 'Stop all letters' }));
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'No more letters' })).toBeVisible();
  const cookies = await elsewhere.context().cookies();
  expect(cookies.filter(({ name }) => /session/i.test(name))).toEqual([]);
  await page.reload();
  for (const box of await letters.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
});
