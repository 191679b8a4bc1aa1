import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { HandIn } from '@/schemas/scenario';
import { violations } from '../support/axe';
import { type Hands, keyboard, mouse } from '../support/hands';
import { skipPredictionOf } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** A record handed in while nobody answers is on this device, and is handed in once, whatever happens to the tab. */
test.setTimeout(120_000);

let record: HandIn;
test.beforeAll(async () => {
  record = modelRecord((await loadCourse()).course, 'S01');
});

const state = (page: Page) => page.getByRole('region', { name: 'State of the draft' });
const notYet = (page: Page) => page.getByText('Your record for exercise S01 is not handed in yet.');
const arrived = (page: Page, number = 1) =>
  page.getByText(`Your record for exercise S01 has been handed in as draft ${number}.`);
const headers = () => ({ origin: new URL(process.env.APP_URL ?? '').origin });

interface Exported {
  readonly submissions: readonly { readonly submissionId: string }[];
}

/** Rows of hand-ins as the server counts them. */
async function handedIn(context: BrowserContext): Promise<number> {
  const reply = await context.request.get('/api/export?format=json');
  expect(reply.status(), await reply.text()).toBe(200);
  return ((await reply.json()) as Exported).submissions.length;
}

async function writeRecord(page: Page, hands: Hands = mouse, explanation = record.explanation): Promise<void> {
  await page.goto('/exercises/S01');
  const remembered = page.waitForResponse((reply) => reply.url().endsWith('/api/preferences') && reply.ok());
  await page.getByRole('button', { name: 'Plain text' }).click();
  await remembered;
  for (const [component, choice] of Object.entries(record.choices))
    await hands.choose(page.locator(`input[type="radio"][name$="${component}"][value="${choice}"]`));
  await hands.choose(page.locator(`input[type="radio"][name*="boundary"][value="${record.boundary}"]`));
  await page.getByRole('textbox', { name: 'Decision record' }).fill(explanation);
  await expect(state(page)).toContainText(/Saved/);
}

async function pressOffline(page: Page, context: BrowserContext, hands: Hands = mouse): Promise<void> {
  await context.setOffline(true);
  await hands.activate(page.getByRole('button', { name: 'Hand in', exact: true }));
  await expect(notYet(page)).toBeVisible();
}

/** The tab dies without a word; a new one opens when the network is back. */
async function comeBack(page: Page, context: BrowserContext, path: string): Promise<Page> {
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto(path);
  return later;
}

for (const [hands, path] of [
  [mouse, '/exercises/S01'],
  [keyboard, '/glossary'],
] as const)
  test(`handed in offline with the ${hands.name}, tab closed: sent once when ${path} is opened`, async ({
    page,
    context,
  }) => {
    await writeRecord(page, hands);
    await pressOffline(page, context, hands);
    expect(await handedIn(context)).toBe(0);
    const later = await comeBack(page, context, path);
    // The first text that a server grades waits for the grader to be loaded.
    await expect(arrived(later)).toBeVisible({ timeout: 45_000 });
    expect(await violations(later)).toEqual([]);
    await later.setViewportSize({ width: 390, height: 844 });
    expect(await later.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await handedIn(context)).toBe(1);

    await later.reload();
    await expect(arrived(later)).toHaveCount(0);
    await later.goto('/exercises/S01');
    await expect(later.getByText('One draft handed in')).toBeVisible();
    expect(await handedIn(context)).toBe(1);
  });

test('the server took it, the answer was lost, the tab closed: still one, and it is said', async ({
  page,
  context,
}) => {
  await writeRecord(page);
  await page.route('**/api/submissions', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(notYet(page)).toBeVisible();
  expect(await handedIn(context)).toBe(1);
  const later = await comeBack(page, context, '/');
  await expect(arrived(later)).toBeVisible();
  await later.getByRole('link', { name: 'See what it came to' }).click();
  await expect(later).toHaveURL(/\/results\//);
  expect(await handedIn(context)).toBe(1);
});

test('a visitor whose very first request was the one without an answer is recognised as the guest it made', async ({
  page,
  context,
}) => {
  await page.route('**/api/drafts/*', (route) => route.abort());
  await page.route('**/api/preferences', (route) => route.abort());
  await page.route('**/api/submissions', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.goto('/exercises/S01');
  await page.getByRole('button', { name: 'Plain text' }).click();
  for (const [component, choice] of Object.entries(record.choices))
    await mouse.choose(page.locator(`input[type="radio"][name$="${component}"][value="${choice}"]`));
  await mouse.choose(page.locator(`input[type="radio"][name*="boundary"][value="${record.boundary}"]`));
  await page.getByRole('textbox', { name: 'Decision record' }).fill(record.explanation);
  await page.getByRole('button', { name: 'Hand in', exact: true }).click();
  await expect(notYet(page)).toBeVisible();
  const later = await comeBack(page, context, '/exercises/S01');
  await expect(arrived(later)).toBeVisible();
  expect(await handedIn(context)).toBe(1);
});

test('the tab stays open: handed in by itself when the network is back, and its result opens', async ({
  page,
  context,
}) => {
  await writeRecord(page);
  await pressOffline(page, context);
  await context.setOffline(false);
  await expect(page).toHaveURL(/\/results\//, { timeout: 30_000 });
  expect(await handedIn(context)).toBe(1);
});

test('an attempt that was closed meanwhile is answered in words, and the text is kept beside the draft', async ({
  page,
  context,
}) => {
  await context.request.post('/api/guest', { data: {}, headers: headers() });
  const first = await context.request.post('/api/submissions', {
    data: { scenarioId: 'S01', handIn: record, attempt: 1 },
    headers: { ...headers(), 'idempotency-key': crypto.randomUUID() },
  });
  const { submissionId } = (await first.json()) as { submissionId: string };
  await skipPredictionOf(context.request, submissionId);
  await writeRecord(page, mouse, `${record.explanation} Written on a train.`);
  await pressOffline(page, context);
  const closed = await context.request.post('/api/exercises/S01/attempts', {
    data: { attempt: 1 },
    headers: headers(),
  });
  expect(closed.status(), await closed.text()).toBeLessThan(300);

  const later = await comeBack(page, context, '/glossary');
  await expect(later.getByText('Your record for exercise S01 was not taken.')).toBeVisible();
  await expect(later.getByText(/started over in another tab or on another device/)).toBeVisible();
  await later.getByRole('link', { name: 'Open the exercise' }).click();
  await later.getByText(/versions? set aside/).click();
  await expect(later.getByText(/from this page, \d+ words/).first()).toBeVisible();
  expect(await handedIn(context)).toBe(1);
});

test('what waits can be taken back: nothing is handed in, and the text stays', async ({ page, context }) => {
  await writeRecord(page);
  await pressOffline(page, context);
  await page.getByRole('button', { name: 'Do not hand it in' }).click();
  await expect(notYet(page)).toHaveCount(0);
  const later = await comeBack(page, context, '/exercises/S01');
  await expect(later.getByRole('textbox', { name: 'Decision record' })).toHaveValue(record.explanation);
  await expect(state(later)).toContainText(/Saved/);
  await expect(later.getByText(/has been handed in/)).toHaveCount(0);
  expect(await handedIn(context)).toBe(0);
});
