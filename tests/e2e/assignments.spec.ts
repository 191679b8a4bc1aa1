import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { type Hands, keyboard } from '../support/hands';

/** An assignment from the desk to the learner and back. In an app of its own, because the whole cohort sees what is assigned. */
const TEACHER = { name: 'Ines Tutor', email: 'ines@example.org', password: 'another long phrase' };
const DESK = '/instructor/cohorts/self-paced/assignments';

const local = (days: number, time: string) => {
  const date = new Date(Date.now() + days * 86_400_000);
  return `${date.toISOString().slice(0, 10)}T${time}`;
};

async function expectToFit(page: Page) {
  const scroll = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scroll).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

// Whoever can do it by keys can do it with a mouse: tests/e2e/journey.spec.ts has both.
const hands: Hands = keyboard;

test.describe(`with the ${hands.name}`, () => {
  let app: App;
  const dataDir = mkdtempSync(join(tmpdir(), 'defensible-assignments-'));
  test.beforeAll(async () => {
    app = await startApp({ dataDir });
  });
  test.afterAll(async () => {
    await app.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test('assigned, seen, extended, put into a calendar, withdrawn', async ({ browser }) => {
    test.setTimeout(300_000);
    const desk = await newPage(browser, app);
    const learner = await newPage(browser, app);
    await test.step('a guest has nothing to do yet', () => beGuest(learner, app));
    await test.step('an instructor assigns an exercise', () => assign(desk, app, hands));
    await test.step('the guest finds it, and what is next', () => findIt(learner, hands));
    await test.step('the calendar opens by its address alone', () => readCalendar(learner, app, hands, browser));
    await test.step('the instructor gives more time', () => extend(desk, hands));
    await test.step('the guest sees it', () => seeExtension(learner));
    await test.step('a webhook into a private network is refused', () => refuseWebhook(desk, hands));
    await test.step('it is withdrawn', () => withdraw(desk, learner, hands));
    for (const page of [desk, learner]) await page.context().close();
  });
});

async function newPage(browser: Browser, app: App, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.baseURL,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  return context.newPage();
}

async function beGuest(page: Page, app: App) {
  await page.request.post('/api/guest', { data: {}, headers: { origin: app.baseURL } });
  await page.goto('/assignments');
  await expect(page.getByText('Nothing is assigned to you.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
}

async function assign(page: Page, app: App, hands: Hands) {
  await page.goto(app.firstInstructorLink ?? '');
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Create the account' }) });
  await hands.write(form.getByLabel('Name'), TEACHER.name);
  await hands.write(form.getByLabel('E-mail'), TEACHER.email);
  await hands.write(form.getByLabel('New password'), TEACHER.password);
  await hands.activate(form.getByRole('button', { name: 'Create the account' }));
  await hands.activate(page.getByRole('button', { name: 'Become an instructor' }));
  await expect(page.getByRole('link', { name: 'See who is learning' })).toBeVisible();
  await page.goto(DESK);
  await expect(page.getByRole('heading', { name: 'Nothing is assigned yet' })).toBeVisible();
  await expect(page.getByText('Europe/Berlin').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await hands.activate(page.getByRole('button', { name: 'Assign it' }));
  await expect(page.getByText('Give it a title of at least three characters.')).toBeVisible();
  await expect(page.getByLabel('Title')).toBeFocused();
  await hands.write(page.getByLabel('Title'), 'Before the design review');
  await hands.activate(page.getByRole('button', { name: 'Assign it' }));
  await expect(page.getByText('Choose at least one.')).toBeVisible();
  await hands.choose(page.getByRole('checkbox', { name: /^S01 / }));
  await page.getByLabel('Due').fill(local(2, '17:30'));
  await hands.write(page.getByLabel('Hand-ins per exercise, at most'), '2');
  await hands.write(page.getByLabel('Note to the learners'), 'Bring your record to the review.');
  await hands.activate(page.getByRole('button', { name: 'Assign it' }));
  await expect(page.getByRole('link', { name: 'Before the design review' })).toBeVisible();
  await expect(page.getByText(/17:30/).first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
}

async function findIt(page: Page, hands: Hands) {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Assigned to you' })).toBeVisible();
  await hands.activate(page.getByRole('link', { name: 'All your assignments' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Your assignments' })).toBeVisible();
  await expect(page.getByText('Due soon')).toBeVisible();
  await expect(page.getByText('Bring your record to the review.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const box = page.getByRole('checkbox', { name: /Once a week/ });
  await box.press('Space');
  await expect(page.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(box).not.toBeChecked();
  await hands.activate(page.getByRole('link', { name: /^Exercise: / }));
  await expect(page).toHaveURL(/\/exercises\/S01/);
  await expect(page.getByText('2 hand-ins left.')).toBeVisible();
}

async function readCalendar(page: Page, app: App, hands: Hands, browser: Browser) {
  await page.goto('/assignments');
  await hands.activate(page.getByRole('button', { name: 'Make an address' }));
  const address = await page.getByLabel('Address of the calendar').inputValue();
  const stranger = await newPage(browser, app);
  const reply = await stranger.request.get(address);
  expect(reply.status()).toBe(200);
  expect(reply.headers()['content-type']).toBe('text/calendar; charset=utf-8');
  expect(await reply.text()).toContain('SUMMARY:Due: Before the design review');
  await hands.activate(page.getByRole('button', { name: 'Take it back' }));
  await expect(page.getByText('The address no longer works.')).toBeVisible();
  expect((await stranger.request.get(address)).status()).toBe(404);
  expect((await stranger.request.get(`${app.baseURL}/api/calendar/nothing.ics`)).status()).toBe(404);
  await stranger.context().close();
}

async function extend(page: Page, hands: Hands) {
  await page.goto(DESK);
  await hands.activate(page.getByRole('link', { name: 'Before the design review' }));
  await expect(page.getByRole('heading', { name: 'Where people stand' })).toBeVisible();
  const row = page
    .getByRole('listitem')
    .filter({ hasText: /Guest / })
    .first();
  await hands.activate(row.locator('summary'));
  await row.getByLabel('Due for this person').fill(local(12, '09:00'));
  await hands.activate(row.getByRole('button', { name: 'Save the date' }));
  await expect(row.getByText(/reads it/)).toBeVisible();
  await hands.write(row.getByLabel('Reason'), 'Three weeks on call.');
  await hands.activate(row.getByRole('button', { name: 'Save the date' }));
  await expect(row.getByText(/Extended to/)).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function seeExtension(page: Page) {
  await page.goto('/assignments');
  await expect(page.getByText('You have more time: Three weeks on call.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectToFit(page);
  await page.goto('/');
  await expectToFit(page);
  await page.setViewportSize({ width: 1280, height: 860 });
}

async function refuseWebhook(page: Page, hands: Hands) {
  await page.goto('/instructor/cohorts/self-paced/messages');
  await hands.write(page.getByLabel('Address of the webhook'), 'https://169.254.169.254/latest/meta-data');
  await hands.activate(page.getByRole('button', { name: 'Set the webhook' }));
  await expect(page.getByText('The address leads into a private network. It must be public.')).toBeVisible();
  await hands.write(page.getByLabel('Address of the webhook'), 'https://hooks.invalid/services/abc');
  await hands.activate(page.getByRole('button', { name: 'Set the webhook' }));
  await expect(page.getByLabel('Secret')).toHaveValue(/^[\w-]{43}$/);
  await hands.activate(page.getByRole('button', { name: 'Send a test' }));
  await expect(page.getByText(/A test goes out/)).toBeVisible();
  // The worker of the server takes it up within half a minute; the name belongs to nobody (RFC 2606).
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('cell', { name: /^Failed: / })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 45_000 });
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectToFit(page);
  await page.goto(DESK);
  await expectToFit(page);
  await page.setViewportSize({ width: 1280, height: 860 });
}

async function withdraw(desk: Page, learner: Page, hands: Hands) {
  await desk.goto(DESK);
  await hands.activate(desk.getByRole('link', { name: 'Before the design review' }));
  await hands.activate(desk.getByRole('button', { name: 'Withdraw it' }));
  await expect(desk.getByText('This assignment is withdrawn.')).toBeVisible();
  await learner.goto('/assignments');
  await expect(learner.getByText('Nothing is assigned to you.')).toBeVisible();
}
