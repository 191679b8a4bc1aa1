import { type BrowserContext, expect, type Page, test } from 'playwright/test';
import { EMPTY_DECISION } from '@/schemas/decision';
import { violations } from '../support/axe';
import { keyboard } from '../support/hands';

/** A device whose clock is a day off keeps, merges and is asked like any other: the server's clock and versions decide. */
test.setTimeout(120_000);

const DAY = 86_400_000;
const record = (page: Page) => page.getByRole('textbox', { name: 'Decision record' });
const state = (page: Page) => page.getByRole('region', { name: 'State of the draft' });
const headers = () => ({ origin: new URL(process.env.APP_URL ?? '').origin });
const dayAt = (at: number) => new Date(at).toISOString().slice(0, 10);

async function openPlain(page: Page): Promise<void> {
  await page.goto('/exercises/S03');
  const remembered = page.waitForResponse((reply) => reply.url().endsWith('/api/preferences') && reply.ok());
  await page.getByRole('button', { name: 'Plain text' }).click();
  await remembered;
}

/** Words that only this device has, kept while its clock is off; then the tab dies and the clock is set right. */
async function writeOffline(page: Page, context: BrowserContext, off: number): Promise<void> {
  await context.clock.setSystemTime(Date.now() + off);
  await openPlain(page);
  await record(page).fill('First words.');
  await expect(state(page)).toContainText(/Saved/);
  await context.setOffline(true);
  await record(page).fill('First words, and more on the train.');
  await expect(state(page)).toContainText('Offline, kept on this device');
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  await context.clock.setSystemTime(Date.now());
}

for (const [name, off] of [
  ['ahead', DAY],
  ['behind', -DAY],
] as const) {
  test(`a clock a day ${name}: what was kept is found and saved at once`, async ({ page, context }) => {
    await writeOffline(page, context, off);
    const later = await context.newPage();
    await later.goto('/exercises/S03');
    await expect(record(later)).toHaveValue('First words, and more on the train.');
    await expect(state(later)).toContainText(/Saved/, { timeout: 15_000 });
  });

  test(`a clock a day ${name}: of two versions neither wins by its date`, async ({ page, context }) => {
    await writeOffline(page, context, off);
    const elsewhere = await context.request.put('/api/drafts/S03', {
      data: { baseVersion: 1, handIn: { choices: {}, explanation: 'From another device.' } },
      headers: headers(),
    });
    expect(elsewhere.status(), await elsewhere.text()).toBe(200);
    const later = await context.newPage();
    await later.goto('/exercises/S03');
    await expect(later.getByText('This draft was changed somewhere else as well.')).toBeVisible();
    await expect(later.getByRole('region', { name: 'The other, already saved', exact: true })).toContainText(
      'From another device.',
    );
    await expect(record(later)).toHaveValue('First words, and more on the train.');
  });

  test(`a clock a day ${name}: a decision is asked on its day, and next by the day of the server`, async ({
    page,
    context,
  }) => {
    await context.clock.setSystemTime(Date.now() + off);
    await context.request.post('/api/guest', { data: {}, headers: headers() });
    const add = async (title: string, reviewOn: string) => {
      const reply = await context.request.post('/api/decisions', {
        data: { record: { ...EMPTY_DECISION, title, decision: `${title} in Go.`, reviewOn } },
        headers: { ...headers(), 'idempotency-key': crypto.randomUUID() },
      });
      expect(reply.status(), await reply.text()).toBeLessThan(300);
    };
    await add('Gateway', dayAt(Date.now()));
    await add('Importer', dayAt(Date.now() + DAY));
    // The first visit names the time zone, and the page is asked for once more.
    await page.goto('/review', { waitUntil: 'networkidle' });
    await page.goto('/review');
    await expect(page.getByRole('heading', { name: 'Card 1 of 1 today' })).toBeVisible();
    await expect(page.getByText('Would you still decide this?').first()).toBeVisible();
    await expect(page.getByText('Gateway in Go.')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 860 });

    await keyboard.write(page.getByRole('textbox', { name: /Why, in one sentence/ }), 'The load has not changed.');
    await keyboard.activate(page.getByRole('button', { name: /^Yes, still/ }));
    await expect(page.getByRole('heading', { name: 'Noted in your decision: still right' })).toBeFocused();
    const year = new Date().getUTCFullYear() + (new Date().getUTCMonth() >= 6 ? 1 : 0);
    await expect(
      page.getByText(new RegExp(`You are asked again on ${new Date().getUTCDate()} \\w+ ${year}`)),
    ).toBeVisible();
    await keyboard.activate(page.getByRole('link', { name: 'Open the decision' }));
    await expect(page.getByText(/Looked at again:.*still right.*“The load has not changed.”/)).toBeVisible();
    await page.goto('/review');
    await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  });
}
