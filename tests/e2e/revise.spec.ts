import { expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { Course } from '@/schemas/course';
import type { HandIn } from '@/schemas/scenario';
import { violations } from '../support/axe';
import { type Hands, keyboard, mouse } from '../support/hands';
import { skipPrediction } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** Hand in, predict, read, revise, hand in again, compare: the loop in which a record gets better. */
let course: Course;
test.beforeAll(async () => {
  course = (await loadCourse()).course;
});

const WEAK = 'We take Go because everybody on the team likes it and it is modern. Rust is hard to learn, they say.';
const editor = (page: Page) => page.getByRole('textbox', { name: 'Decision record' });
const state = (page: Page) => page.getByRole('region', { name: 'State of the draft' });
const criteriaOf = (id: string) => course.exercises.find(({ scenario }) => scenario.id === id)?.rubric.criteria ?? [];

async function openPlain(page: Page): Promise<void> {
  await page.goto('/exercises/S01');
  const remembered = page.waitForResponse((reply) => reply.url().endsWith('/api/preferences') && reply.ok());
  await page.getByRole('button', { name: 'Plain text' }).click();
  await remembered;
}

async function decide(page: Page, hands: Hands, record: HandIn): Promise<void> {
  for (const [component, choice] of Object.entries(record.choices))
    await hands.choose(page.locator(`input[type="radio"][name$="${component}"][value="${choice}"]`));
  await hands.choose(page.locator(`input[type="radio"][name*="boundary"][value="${record.boundary}"]`));
}

async function predict(page: Page, hands: Hands): Promise<void> {
  for (const { id } of criteriaOf('S01')) {
    await hands.choose(page.locator(`input[name="predict-${id}-level"][value="full"]`));
    await hands.choose(page.locator(`input[name="predict-${id}-certainty"][value="sure"]`));
  }
}

const fits = async (page: Page) => {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 860 });
};

for (const hands of [mouse, keyboard]) {
  test(`with the ${hands.name}: predict, revise, compare, and see how well one judges oneself`, async ({ page }) => {
    test.setTimeout(180_000);
    const record = modelRecord(course, 'S01');
    await openPlain(page);
    await decide(page, hands, record);
    await hands.write(editor(page), WEAK);
    await hands.activate(page.getByRole('button', { name: 'Hand in' }));

    await test.step('no grade is shown before the prediction', async () => {
      await expect(page.getByRole('heading', { name: 'Mark it yourself first' })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
      await expect(page.getByText(/\d+ %/)).toHaveCount(0);
      expect(await violations(page)).toEqual([]);
      await fits(page);
      const show = page.getByRole('button', { name: 'Keep my marks and show the result' });
      await hands.activate(show);
      await expect(page.getByText(/criteria lack a level or how sure you are/)).toBeVisible();
      await expect(page.locator(`input[name="predict-${criteriaOf('S01')[0]?.id}-level"]`).first()).toBeFocused();
      await predict(page, hands);
      await hands.activate(show);
    });

    await test.step('the result says what was expected of each criterion', async () => {
      const heading = page.getByRole('heading', { level: 1, name: /your record, marked up/ });
      await expect(heading).toBeFocused();
      await expect(page.getByText(/^You predicted \d of \d criteria as they were graded/)).toBeVisible();
      await expect(page.getByText(/You expected: met \(sure\)\. Graded/)).toHaveCount(criteriaOf('S01').length);
      expect(await violations(page)).toEqual([]);
      await fits(page);
    });

    await test.step('a further hint is opened while revising', async () => {
      await hands.activate(page.getByRole('link', { name: 'Revise this record' }));
      await expect(page.getByText('You are revising draft 1.')).toBeVisible();
      await expect(page).toHaveURL(/\/exercises\/S01$/);
      await expect(editor(page)).toHaveValue(WEAK);
      await hands.activate(page.getByRole('button', { name: 'Show what to read again' }).first());
      await expect(page.getByText('Reread:')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await fits(page);
      await hands.write(editor(page), record.explanation);
      await hands.activate(page.getByRole('button', { name: 'Hand in' }));
      await skipPrediction(page, hands);
    });

    await test.step('the second result says what the revision settled', async () => {
      await expect(page.getByText(/^Written after one further hint/)).toBeVisible();
      const since = page.getByRole('region', { name: 'Since draft 1' });
      await expect(since.getByText(/met since draft 2/).first()).toBeVisible();
      await expect(page.getByText(/best: this one counts/)).toHaveCount(1);
      expect(await violations(page)).toEqual([]);
      await hands.activate(since.getByRole('link', { name: 'Compare the drafts' }));
    });

    await test.step('the two drafts side by side', async () => {
      await expect(page.getByRole('heading', { level: 1, name: 'Compare two drafts' })).toBeVisible();
      await expect(page.getByRole('table', { name: /draft 1 came to \d+ %, draft 2 to \d+ %/ })).toBeVisible();
      await expect(page.getByText('The board is the same in both drafts.')).toBeVisible();
      await expect(page.locator('del').nth(1)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await fits(page);
      await hands.activate(page.getByRole('button', { name: 'Show it side by side in the editor' }));
      await expect(page.locator('.monaco-diff-editor')).toBeVisible({ timeout: 20_000 });
      await expect(page.locator('del').nth(1)).toBeHidden();
      await hands.activate(page.getByRole('button', { name: 'Show it as one marked text' }));
      await expect(page.locator('del').nth(1)).toBeVisible();
    });

    await test.step('how well one judges oneself', async () => {
      await page.goto('/calibration');
      await expect(page.getByText(/^When you said “sure”, you were right/)).toBeVisible();
      await expect(page.getByText(/Your own marks/).first()).toBeVisible();
      await expect(page.getByRole('table', { name: 'Draft by draft, newest first' }).getByRole('row')).toHaveCount(2);
      expect(await violations(page)).toEqual([]);
      await fits(page);
    });
  });
}

/** A draft that is handed in and graded, by the handlers alone; the working draft is the same text. */
async function handInQuietly(page: Page, explanation: string): Promise<string> {
  const { origin } = new URL(process.env.APP_URL ?? '');
  const handIn = { ...modelRecord(course, 'S01'), explanation };
  const reply = await page.request.post('/api/submissions', {
    data: { scenarioId: 'S01', handIn },
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
  });
  return ((await reply.json()) as { submissionId: string }).submissionId;
}

test('newer work stays when an older draft is revised, taking the older one loses nothing, nor do two tabs', async ({
  page,
  context,
}) => {
  await openPlain(page);
  const first = await handInQuietly(page, 'Draft one, as handed in.');
  await decide(page, mouse, modelRecord(course, 'S01'));
  await editor(page).fill('Newer words, never handed in.');
  await expect(state(page)).toContainText(/Saved/);

  await page.goto(`/exercises/S01?revise=${first}`);
  await expect(page.getByText('The working draft was changed since draft 1, so it stays on the page.')).toBeVisible();
  await expect(editor(page)).toHaveValue('Newer words, never handed in.');
  await page.getByRole('button', { name: 'Take draft 1 instead' }).click();
  await expect(editor(page)).toHaveValue('Draft one, as handed in.');
  await expect(page.getByText('One version set aside')).toBeVisible();
  await expect(state(page)).toContainText(/Saved/);

  const second = await context.newPage();
  await second.goto(`/exercises/S01?revise=${first}`);
  await expect(editor(second)).toHaveValue('Draft one, as handed in.');
  await editor(second).fill('Revised in the second tab.');
  await expect(state(second)).toContainText(/Saved/);
  await editor(page).fill('Revised in the first tab.');
  await expect(page.getByText('This draft was changed somewhere else as well.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the other' }).click();
  await expect(editor(page)).toHaveValue('Revised in the second tab.');
  await expect(page.getByText('2 versions set aside')).toBeVisible();
});

test('who never wants to be asked is shown results at once, and can change that on the account page', async ({
  page,
}) => {
  await openPlain(page);
  const waiting = await handInQuietly(page, WEAK);
  await page.goto(`/results/${waiting}`);
  await page.getByRole('button', { name: 'Never ask me' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /marked up/ })).toBeVisible();
  const next = await handInQuietly(page, `${WEAK} Again.`);
  await page.goto(`/results/${next}`);
  await expect(page.getByRole('heading', { level: 1, name: /marked up/ })).toBeVisible();
  await page.goto('/account');
  const box = page.getByRole('checkbox', { name: /mark my own record/ });
  await expect(box).not.toBeChecked();
  await box.check();
  await expect(page.getByText('You will be asked.')).toBeVisible();
  await page.reload();
  await expect(box).toBeChecked();
});

test('marks made offline stay on the page until they arrive', async ({ page, context }) => {
  await openPlain(page);
  const waiting = await handInQuietly(page, WEAK);
  await page.goto(`/results/${waiting}`);
  await predict(page, mouse);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Keep my marks and show the result' }).click();
  await expect(page.getByText('Your marks have not arrived.')).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Keep my marks and show the result' }).click();
  await expect(page.getByText(/^You predicted/)).toBeVisible();
});
