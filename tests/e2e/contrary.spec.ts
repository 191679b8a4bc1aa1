import { expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { ContraryCase } from '@/schemas/contrary';
import type { Course } from '@/schemas/course';
import { leaksIn, secretsOf } from '../contract/canaries';
import { violations } from '../support/axe';
import { keyboard, mouse } from '../support/hands';
import { skipPredictionOf } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** axe reads a long page, and a machine may be busy. */
test.setTimeout(180_000);

const REPLY =
  'One colleague with two years of Rust can lead, I concede that for a tool. But a rota of one in seven needs more than one who can read it, because the regulator gives us four hours. If three people could maintain it by spring, I would take Rust for the engine.';
const WEAK = 'We should decide soon, because everybody waits for it. I would keep what we have.';

let course: Course;
let cases: readonly ContraryCase[];
test.beforeAll(async () => {
  course = (await loadCourse()).course;
  cases = course.exercises.find(({ scenario }) => scenario.id === 'S02')?.contrary?.cases ?? [];
});

/** The case for buying a ledger or for Rust: whichever comes first against an engine in Go. */
const shown = () => {
  const found = cases.find(({ answers }) => Object.values(answers)[0] !== 'go');
  if (!found) throw new Error('S02 has no case against Go');
  return found;
};

async function handIn(page: Page, explanation: string): Promise<string> {
  const { origin } = new URL(process.env.APP_URL ?? '');
  await page.request.post('/api/guest', { data: {}, headers: { origin } });
  const handIn = { ...modelRecord(course, 'S02'), explanation };
  const choices = { ...handIn.choices, 'posting-engine': 'go' };
  const reply = await page.request.post('/api/submissions', {
    data: { scenarioId: 'S02', handIn: { ...handIn, choices } },
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
  });
  const { submissionId } = (await reply.json()) as { submissionId: string };
  await skipPredictionOf(page.request, submissionId);
  return submissionId;
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.screen.width);
const field = (page: Page) => page.getByRole('textbox', { name: 'Your answer' });

for (const hands of [mouse, keyboard])
  test(`the other side with the ${hands.name}: ask, read, answer, see what it came to, answer again`, async ({
    page,
  }) => {
    const submissionId = await handIn(page, WEAK);
    await page.goto(`/results/${submissionId}`);
    await hands.activate(page.getByRole('button', { name: 'Show me the other side' }));
    await expect(page).toHaveURL(new RegExp(`/contrary/${submissionId}$`));
    await expect(page.getByText(shown().case)).toBeVisible();

    await hands.activate(page.getByRole('button', { name: 'Hand in this answer' }));
    await expect(page.getByText('The answer is empty.')).toBeVisible();
    await expect(field(page)).toBeFocused();
    const [point, condition] = [shown().strong_points[0], shown().conditions[0]];
    await hands.write(field(page), `${point?.statements[0]} ${condition}`);
    await hands.activate(page.getByRole('button', { name: 'Hand in this answer' }));

    await expect(page).toHaveURL(/reply=1$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const result = page.getByRole('region', { name: 'How far you engaged' });
    await expect(result).toContainText('100 %');
    await expect(result.locator('q')).toHaveCount(3);
    await expect(result).toContainText(point?.point ?? 'missing');
    await expect(result).not.toContainText(shown().holds_if);
    await hands.activate(page.getByRole('link', { name: 'Answer again' }));
    await expect(field(page)).toHaveValue('');
    await hands.write(field(page), 'I disagree. That is wrong.');
    await hands.activate(page.getByRole('button', { name: 'Hand in this answer' }));
    await expect(page.getByText('This waves the other side aside')).toBeVisible();
    await expect(page.getByText('Answer 2, this one')).toBeVisible();
    await page.goto(`/results/${submissionId}`);
    await expect(page.getByText('Best 100 %, 2 answers.')).toBeVisible();
  });

test('a reload and a lost connection keep the answer, and nothing is handed in twice', async ({ page, context }) => {
  const submissionId = await handIn(page, WEAK);
  await page.goto(`/results/${submissionId}`);
  await page.getByRole('button', { name: 'Show me the other side' }).click();
  await field(page).fill(REPLY);
  await page.reload();
  await expect(page.getByText('Your unfinished answer was kept on this device.')).toBeVisible();
  await expect(field(page)).toHaveValue(REPLY);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Hand in this answer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The answer was not handed in.' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Hand in this answer' }).click();
  await expect(page).toHaveURL(/reply=1$/);
  await page.getByRole('link', { name: 'Answer again' }).click();
  await expect(field(page)).toHaveValue('');
});

test('nothing of case or space is served before its time, and never to somebody else', async ({ page, request }) => {
  const secrets = secretsOf(course).filter(({ where }) => /S02/.test(where));
  const submissionId = await handIn(page, WEAK);
  const served = async (address: string) => {
    const [html, payload] = [
      await page.request.get(address),
      await page.request.get(address, { headers: { RSC: '1' } }),
    ];
    return `${await html.text()}\n${await payload.text()}`;
  };
  for (const address of [`/results/${submissionId}`, '/exercises/S02/space', `/contrary/${submissionId}`])
    expect(
      leaksIn(await served(address), secrets).map(({ text }) => text),
      address,
    ).toEqual([]);
  await page.goto(`/results/${submissionId}`);
  await page.getByRole('button', { name: 'Show me the other side' }).click();
  await expect(page).toHaveURL(/contrary/);
  const opened = leaksIn(await served(`/contrary/${submissionId}`), secrets).map(({ text }) => text);
  expect(opened.length).toBeGreaterThan(0);
  for (const text of opened) expect(shown().case).toContain(text);
  expect(await (await request.get(`/contrary/${submissionId}`)).text()).not.toContain(shown().case);
});

test('the decision space opens with a pass: what holds, where one stands, and no counts from too few', async ({
  page,
}) => {
  const submissionId = await handIn(page, modelRecord(course, 'S02').explanation);
  await page.goto(`/results/${submissionId}`);
  await page.getByRole('link', { name: 'Open the decision space' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('the decision space');
  const engine = page.getByRole('row', { name: /^Posting engine/ });
  await expect(engine.getByRole('cell').nth(2)).toContainText('Expected answer');
  await expect(engine.getByRole('cell').nth(2)).toContainText('Your pick');
  await expect(engine.getByRole('cell').nth(0)).toContainText('Also defensible');
  await expect(page.getByText(/nearest to yours/)).toHaveCount(1);
  await expect(page.getByText('load stays in the low thousands a second')).toBeVisible();
  await expect(page.getByText('other people of your cohorts').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBe(true);
});

test('axe finds nothing on the other side, and a phone needs no sideways scrolling', async ({ page }) => {
  const submissionId = await handIn(page, WEAK);
  await page.goto('/exercises/S02/space');
  await expect(page.getByText('This is not open yet.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.goto(`/results/${submissionId}`);
  await page.getByRole('button', { name: 'Show me the other side' }).click();
  await expect(field(page)).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await field(page).fill(REPLY);
  await page.getByRole('button', { name: 'Hand in this answer' }).click();
  await expect(page).toHaveURL(/reply=1$/);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const address of [
    `/contrary/${submissionId}`,
    `/contrary/${submissionId}?again=1`,
    `/results/${submissionId}`,
  ]) {
    await page.goto(address);
    expect(await fits(page), address).toBe(true);
  }
  await page.goto(`/contrary/${submissionId}`);
});
