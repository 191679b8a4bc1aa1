import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from 'playwright/test';
import { type App, startApp } from '../support/app';
import { violations } from '../support/axe';
import { type Hands, keyboard, mouse, tabTo } from '../support/hands';

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

/** An installation of its own: the link of the first start works once. */
let app: App;
let dataDir: string;
let owner: Page;
let inviteUrl: string;

test.beforeAll(async ({ browser }) => {
  dataDir = mkdtempSync(join(tmpdir(), 'defensible-people-'));
  app = await startApp({ dataDir });
  owner = await newVisitor(browser);
});
test.afterAll(async () => {
  await app.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const newVisitor = async (browser: Browser) => (await browser.newContext({ baseURL: app.baseURL })).newPage();
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

async function signUp(page: Page, name: string, email: string): Promise<void> {
  const form = page.locator('section', {
    has: page.getByRole('heading', { name: /Create an account|Claim this work/ }),
  });
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail').fill(email);
  await form.locator('input[name="password"]').fill('correct horse battery');
  await form.getByRole('button', { name: 'Create the account' }).click();
}

/** In both themes and on a phone, the page has nothing that axe finds and does not scroll sideways. */
async function expectSound(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), `${page.url()} ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page), `${page.url()} fits`).toBe(true);
  await page.setViewportSize({ width: 1280, height: 860 });
}

async function makeCohort(page: Page, hands: Hands, name: string): Promise<void> {
  await page.goto('/instructor/organisation');
  await hands.write(page.getByLabel('Name of a new cohort'), name);
  await hands.activate(page.getByRole('button', { name: 'Make the cohort' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Invitations' })).toBeVisible();
}

test('the first owner names the organisation and makes a cohort', async () => {
  await owner.goto(app.firstInstructorLink ?? '');
  await signUp(owner, 'Olga Owner', 'olga@example.org');
  await owner.getByRole('button', { name: 'Become an instructor' }).click();
  await expect(owner.getByRole('heading', { name: 'You are an instructor now' })).toBeVisible();
  await owner.goto('/instructor/organisation');
  await owner.getByLabel('Name of the organisation').fill('Example Works');
  await owner.getByRole('button', { name: 'Save the name' }).click();
  await expect(owner.getByRole('heading', { level: 1, name: 'Example Works' })).toBeVisible();
  await expectSound(owner);
  await makeCohort(owner, mouse, 'Platform team, autumn');
  await owner.getByRole('button', { name: 'Make a link' }).click();
  inviteUrl = await owner.getByLabel('Invitation link').inputValue();
  expect(inviteUrl).toContain(`${app.baseURL}/join/`);
  await expectSound(owner);
});

test('a visitor joins by the link as a guest, and sees what others see of them', async ({ browser }) => {
  const guest = await newVisitor(browser);
  const reply = await guest.goto(inviteUrl);
  expect(await guest.locator('meta[name="referrer"]').getAttribute('content')).toBe('no-referrer');
  expect(await guest.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
  expect(reply?.status()).toBe(200);
  await expect(guest.getByText('An invitation from Olga Owner, Example Works')).toBeVisible();
  await expect(guest.getByRole('heading', { name: 'What the others will see of you' })).toBeVisible();
  await expectSound(guest);
  await keyboard.activate(guest.getByRole('button', { name: 'Join as a guest' }));
  await expect(guest.getByRole('heading', { level: 1, name: 'You are in Platform team, autumn' })).toBeVisible();
  await guest.goto('/account');
  const seen = guest.locator('section', { has: guest.getByRole('heading', { name: 'What others see of me' }) });
  await expect(seen).toContainText('Platform team, autumn');
  await expect(seen).toContainText('No averages: there are fewer than 5 people.');
  await expectSound(guest);
  await signUp(guest, 'Gita Guest', 'gita@example.org');
  await expect(guest.getByRole('heading', { level: 1, name: 'Gita Guest' })).toBeVisible();
  expect((await guest.goto('/instructor/organisation'))?.status()).toBe(404);
  await guest.context().close();
});

test('with the keyboard only: a list is checked and applied, and a role is given and taken', async ({ browser }) => {
  await makeCohort(owner, keyboard, 'Second team');
  const text = 'email,name,role\nrita@example.org,Rita Reviewer,reviewer\nbroken,,\nx@example.org,=1+1,';
  await keyboard.write(owner.getByLabel('People, one a line: email, name, role'), text);
  await keyboard.activate(owner.getByRole('button', { name: 'Check the list' }));
  const lines = owner.getByRole('region', { name: 'What the list would do' });
  await expect(lines.getByText('Not an e-mail address')).toBeVisible();
  await expect(lines.getByText('Formula', { exact: true })).toBeVisible();
  await expectSound(owner);
  await keyboard.activate(owner.getByRole('button', { name: 'Make 1 invitation' }));
  const made = owner.getByRole('region', { name: 'Invitations made' });
  const link = await made.getByText(`${app.baseURL}/join/`).innerText();
  const reviewer = await newVisitor(browser);
  await reviewer.goto(link);
  await expect(reviewer.getByText('For the address r…@example.org')).toBeVisible();
  await signUp(reviewer, 'Rita Reviewer', 'rita@example.org');
  await reviewer.getByRole('button', { name: 'Join' }).click();
  await expect(reviewer.getByRole('heading', { level: 1, name: 'You are in Second team' })).toBeVisible();
  await reviewer.goto('/instructor');
  await expect(reviewer.getByRole('heading', { level: 1, name: 'Your cohorts' })).toBeVisible();
  await expectSound(reviewer);
  await keyboard.activate(owner.getByRole('link', { name: 'People', exact: true }));
  await keyboard.activate(owner.getByRole('button', { name: 'Change the place of Rita Reviewer' }));
  await keyboard.choose(owner.getByRole('checkbox', { name: 'Lead' }));
  await expect(owner.getByText('Rita Reviewer is a lead now.')).toBeVisible();
  expect(await violations(owner)).toEqual([]);
  for (const role of ['Reviewer', 'Lead']) {
    const box = owner.getByRole('checkbox', { name: role });
    await expect(box).toBeChecked();
    await box.focus();
    await owner.keyboard.press('Space');
    await expect(box).not.toBeChecked();
  }
  await owner.keyboard.press('Escape');
  await expect(owner.getByRole('button', { name: /Change the place/ })).toHaveCount(0);
  expect((await reviewer.goto('/instructor'))?.status()).toBe(404);
  await reviewer.context().close();
});

test('a learner is found, moved and taken out; the record says so and can be taken away', async () => {
  await owner.goto('/instructor');
  await owner.getByText('Cohorts', { exact: true }).first().click();
  await owner.getByRole('link', { name: 'Platform team, autumn' }).first().click();
  await owner
    .getByRole('navigation', { name: /Views of/ })
    .getByRole('link', { name: 'People' })
    .click();
  await owner.getByLabel('Name or e-mail').fill('gita');
  await owner.getByRole('button', { name: 'Show' }).click();
  await expect(owner.getByRole('heading', { name: '1 person' })).toBeVisible();
  await expectSound(owner);
  await owner.getByRole('button', { name: 'Change the place of Gita Guest' }).click();
  await owner.getByRole('button', { name: 'Take out of the cohort' }).click();
  await expect(owner.getByText('Gita Guest is out of the cohort.')).toBeVisible();
  await owner.getByRole('button', { name: 'Close' }).click();
  await expect(owner.getByText('Nobody fits.', { exact: false })).toBeVisible();
  await owner.goto('/instructor/audit');
  await expect(owner.getByText('learner.withdrawn', { exact: true }).last()).toBeVisible();
  await expectSound(owner);
  const [download] = await Promise.all([
    owner.waitForEvent('download'),
    owner.getByRole('link', { name: 'These lines as a file for a spreadsheet' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('acts.csv');
});

test('the owner sees what a rule would remove before it is set, with the keyboard alone, and everybody reads it', async () => {
  await owner.goto('/instructor/organisation');
  const kept = owner.locator('section', { has: owner.getByRole('heading', { name: 'How long data is kept' }) });
  await expect(kept.getByRole('button', { name: 'Save these rules' })).toHaveCount(0);
  await tabTo(kept.getByLabel('Who read whose text'));
  await owner.keyboard.press('ArrowDown');
  await keyboard.activate(kept.getByRole('button', { name: 'See what would go' }));
  await expect(kept.getByText('Nothing would go now', { exact: false })).toBeVisible();
  await expectSound(owner);
  await keyboard.activate(kept.getByRole('button', { name: 'Save these rules' }));
  await expect(kept.getByText('Saved, and written into the record of acts.', { exact: false })).toBeVisible();
  await owner.reload();
  await expect(kept.getByLabel('Who read whose text')).toHaveValue('180');
  await owner.goto('/account');
  await expect(owner.getByText('That somebody read a text of yours is on record for 180 days.')).toBeVisible();
});

test('a revoked link says so, and a deleted cohort leaves its people', async ({ browser }) => {
  await owner.goto('/instructor/organisation');
  await owner.getByRole('link', { name: 'Platform team, autumn' }).last().click();
  await owner
    .getByRole('navigation', { name: /Views of/ })
    .getByRole('link', { name: 'Invitations' })
    .click();
  await owner.getByRole('button', { name: /^Revoke/ }).click();
  await expect(owner.getByText('Revoked', { exact: true })).toBeVisible();
  const late = await newVisitor(browser);
  await late.goto(inviteUrl);
  await expect(late.getByRole('heading', { level: 1, name: 'This invitation was taken back' })).toBeVisible();
  expect(await late.content()).not.toContain('Platform team');
  await late.context().close();
  await owner.goto('/instructor/organisation');
  await owner.getByRole('button', { name: 'Delete Platform team, autumn' }).click();
  await owner.getByRole('button', { name: 'Delete the cohort' }).click();
  await expect(owner.getByText(/exactly as it stands here/)).toBeVisible();
  await owner.getByLabel(/^Type/).fill('Platform team, autumn');
  await owner.getByRole('button', { name: 'Delete the cohort' }).click();
  await expect(owner.getByRole('button', { name: 'Delete Platform team, autumn' })).toHaveCount(0);
});
