import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { type Hands, keyboard, mouse } from '../support/hands';
import { OIDC_CLIENT, type OidcServer, startOidcServer } from '../support/oidc';
import { freePort } from '../support/ports';
import { linkIn, type SmtpCatcher, startSmtpCatcher } from '../support/smtp-catcher';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const ADA = 'ada@example.org';
/** An installation that sends mail and has a provider of single sign-on, both on this machine. */
let app: App;
let smtp: SmtpCatcher;
let oidc: OidcServer;
let dataDir: string;
let ada: Page;

test.beforeAll(async ({ browser }) => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-accounts-'));
  smtp = await startSmtpCatcher();
  const port = await freePort();
  app = await startApp({
    dataDir,
    env: {
      SMTP_URL: smtp.url,
      MAIL_FROM: 'Course <course@example.org>',
      OIDC_ISSUER: `http://localhost:${port}`,
      OIDC_CLIENT_ID: OIDC_CLIENT.client_id,
      OIDC_CLIENT_SECRET: OIDC_CLIENT.client_secret,
      OIDC_NAME: 'Example Works',
    },
  });
  oidc = await startOidcServer(`${app.baseURL}/api/auth/sso/callback`, port);
  ada = await newVisitor(browser);
  // Reads the course once; the first page that needs it would wait for that.
  await ada.goto('/');
});
test.afterAll(async () => {
  await app.stop();
  await Promise.all([smtp.close(), oidc.close()]);
  rmSync(dataDir, { recursive: true, force: true });
});

const newVisitor = async (browser: Browser) => (await browser.newContext({ baseURL: app.baseURL })).newPage();
const sectionOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const provider = (page: Page) => page.getByRole('button', { name: 'Sign in with Example Works' });

type Theme = 'light' | 'dark';

/** The page has nothing that axe finds and does not scroll sideways on a phone. */
async function expectSound(page: Page, colorScheme: Theme): Promise<void> {
  // Without the fade from one theme to the other, in which axe would measure colours of neither.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  expect(await violations(page), page.url()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(fits, `${page.url()} fits`).toBe(true);
  await page.setViewportSize({ width: 1280, height: 860 });
}

async function signIn(page: Page, hands: Hands, password: string): Promise<void> {
  const form = sectionOf(page, 'Sign in');
  await hands.write(form.getByLabel('E-mail'), ADA);
  await hands.write(form.locator('input[name="password"]'), password);
  await hands.activate(form.getByRole('button', { name: 'Sign in' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Example' })).toBeVisible();
}

test('with the keyboard only: an account is made, and its address confirmed by the letter', async () => {
  await ada.goto('/account');
  await expectSound(ada, 'light');
  const form = sectionOf(ada, 'Create an account');
  await keyboard.write(form.getByLabel('Name'), 'Ada Example');
  await keyboard.write(form.getByLabel('E-mail'), ADA);
  await keyboard.write(form.locator('input[name="password"]'), 'correct horse battery');
  await keyboard.activate(form.getByRole('button', { name: 'Create the account' }));
  await expect(ada.getByText('Not confirmed')).toBeVisible();
  await expectSound(ada, 'dark');
  await ada.goto(linkIn(await smtp.letterTo(ADA)));
  await expectSound(ada, 'light');
  await keyboard.activate(ada.getByRole('button', { name: 'Confirm the address' }));
  await expect(ada.getByText('The address is confirmed.')).toBeVisible();
  await keyboard.activate(ada.getByRole('link', { name: 'To the account page' }));
  await expect(ada.getByText('Confirmed', { exact: true })).toBeVisible();
});

test('a forgotten password is mended by a letter, and a browser that was signed out by it comes in again', async ({
  browser,
}) => {
  const other = await newVisitor(browser);
  await other.goto('/account/forgotten');
  await expectSound(other, 'dark');
  await other.getByLabel('E-mail').fill(ADA);
  await other.getByRole('button', { name: 'Send the link' }).click();
  await expect(other.getByText(`If ${ADA} has an account here`)).toBeVisible();
  await other.goto(linkIn(await smtp.letterTo(ADA, 1)));
  await other.locator('input[name="password"]').fill('another good password');
  await other.getByRole('button', { name: 'Set the password' }).click();
  await expect(other.getByText('The new password is set.')).toBeVisible();
  await other.getByRole('link', { name: 'Sign in with it' }).click();
  await signIn(other, mouse, 'another good password');
  // Her cookie is still there, and its session has ended.
  await ada.reload();
  await signIn(ada, keyboard, 'another good password');
  const sessions = sectionOf(ada, 'Where you are signed in');
  await expect(sessions.getByRole('listitem')).toHaveCount(2);
  await keyboard.activate(sessions.getByRole('button', { name: 'Sign out all others' }));
  await expect(sessions.getByText('You are signed in nowhere else.')).toBeVisible();
  await other.reload();
  await expect(sectionOf(other, 'Sign in')).toBeVisible();
  await other.context().close();
});

test('single sign-on makes an account, asks where the address is another’s, and is connected from within', async ({
  browser,
}) => {
  const page = await newVisitor(browser);
  oidc.signsIn({ sub: 'vera', name: 'Vera Visitor', email: 'vera@example.org', email_verified: true });
  await page.goto('/account');
  await keyboard.activate(provider(page));
  await expect(page.getByRole('heading', { level: 1, name: 'Vera Visitor' })).toBeVisible();
  // The browser is somebody else's now, at the provider as well.
  await page.context().clearCookies();
  oidc.signsIn({ sub: 'ada-at-work', name: 'Ada Example', email: ADA, email_verified: true });
  await page.goto('/account');
  await provider(page).click();
  await expect(page.getByRole('heading', { name: 'There is an account with your address already' })).toBeVisible();
  await expectSound(page, 'light');
  const mine = sectionOf(page, 'It is mine');
  await mine.getByLabel('E-mail').fill(ADA);
  await mine.locator('input[name="password"]').fill('another good password');
  await mine.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Connect with Example Works' }).click();
  await expect(page.getByText('Your account is connected with Example Works.')).toBeVisible();
  await expectSound(page, 'dark');
  await page.context().close();
});

test('a provider that goes down under way is named, and the password still opens the account', async ({ browser }) => {
  const page = await newVisitor(browser);
  await page.route('**/api/auth/sso', async (route) => {
    const begun = await route.fetch();
    const { url } = await begun.json();
    // What the provider's own pages do; then it is gone, before the course can ask it whom it let in.
    const back = await oidc.visit(url);
    await oidc.pause();
    await route.fulfill({ response: begun, json: { url: back } });
  });
  await page.goto('/account');
  await provider(page).click();
  await expect(page.getByText('Example Works cannot be reached.')).toBeVisible();
  await signIn(page, mouse, 'another good password');
  await oidc.resume();
  await page.context().close();
});
