import { expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { Course, Exercise } from '@/schemas/course';
import { leaksIn, secretsOf } from '../contract/canaries';
import { violations } from '../support/axe';
import { keyboard, mouse } from '../support/hands';
import { skipPredictionOf } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/** axe reads a long page, and a machine may be busy. */
test.setTimeout(180_000);

const HOT_PATH = 'auction-hot-path-and-in-memory-index';

let course: Course;
let exercise: Exercise;
test.beforeAll(async () => {
  course = (await loadCourse()).course;
  const found = course.exercises.find(({ scenario }) => scenario.id === 'S03');
  if (!found?.twists) throw new Error('S03 has no twist rules');
  exercise = found;
});

/** A graded hand-in of S03 whose hot path is Go; its first twist makes that hard to defend. */
async function handIn(page: Page, explanation = modelRecord(course, 'S03').explanation): Promise<string> {
  const { origin } = new URL(process.env.APP_URL ?? '');
  await page.request.post('/api/guest', { data: {}, headers: { origin } });
  const choices = Object.fromEntries(
    exercise.scenario.components.map(({ id, answer }) => [id, id === HOT_PATH ? 'go' : answer]),
  );
  const reply = await page.request.post('/api/submissions', {
    data: { scenarioId: 'S03', handIn: { choices, boundary: 'process/gRPC', explanation } },
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
  });
  const { submissionId } = (await reply.json()) as { submissionId: string };
  await skipPredictionOf(page.request, submissionId);
  return submissionId;
}

const rules = (n: number) => {
  const found = exercise.twists?.twists[n - 1];
  if (!found) throw new Error(`S03 has no twist ${n}`);
  return found;
};
const hotPath = (page: Page) => page.getByRole('group', { name: 'Auction hot path and in-memory index' });
const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.screen.width);

for (const hands of [mouse, keyboard])
  test(`a round with the ${hands.name}: open, move, write, hand in, read, go on`, async ({ page }) => {
    const submissionId = await handIn(page);
    await page.goto(`/results/${submissionId}`);
    const section = page.getByRole('region', { name: 'One fact changes' });
    await hands.activate(section.getByRole('link', { name: 'Open round 1' }));
    await expect(page.getByRole('region', { name: 'What has changed' })).toContainText(rules(1).opens_with);
    await expect(page.getByText('Nothing: every part is as you handed it in.')).toBeVisible();
    await expect(hotPath(page).getByRole('radio', { name: 'Go', exact: true })).toBeChecked();

    await hands.activate(page.getByRole('button', { name: 'Hand in this round' }));
    await expect(page.getByText('The note is empty.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Your note' })).toBeFocused();
    await hands.choose(hotPath(page).getByRole('radio', { name: 'Rust' }));
    await expect(page.getByText('was Go, now Rust')).toBeVisible();
    const note = `I thought about it again. ${rules(1).reasons[0]}`;
    await hands.write(page.getByRole('textbox', { name: 'Your note' }), note);
    await hands.activate(page.getByRole('button', { name: 'Hand in this round' }));

    await expect(page).toHaveURL(/round=1$/);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    await expect(page.getByText('100 %').first()).toBeVisible();
    await expect(page.getByRole('row', { name: /Auction hot path/ })).toContainText(
      'Moved, and the changed fact is reason enough',
    );
    await expect(page.locator('blockquote mark')).toContainText(rules(1).reasons[0] ?? '');
    await expect(page.getByText(exercise.scenario.twist.new_answer)).toBeVisible();
    await expect(page.getByText(rules(1).feedback.right)).toBeVisible();
    await hands.activate(page.getByRole('link', { name: 'Go on with round 2' }));
    await expect(page.getByRole('region', { name: 'What has changed' })).toContainText(rules(2).opens_with);
  });

test('what must stay and moved is said in words, and another try is numbered', async ({ page }) => {
  const submissionId = await handIn(page);
  await page.goto(`/twists/${submissionId}/1`);
  const reporting = page.getByRole('group', { name: 'Reporting' });
  await reporting.getByRole('radio', { name: 'Go', exact: true }).check();
  await page.getByRole('textbox', { name: 'Your note' }).fill(rules(1).not_reasons[0] ?? '');
  await page.getByRole('button', { name: 'Hand in this round' }).click();
  await expect(page.getByRole('row', { name: /Reporting/ })).toContainText('Moved, and should have stayed: Reporting.');
  await expect(page.getByRole('row', { name: /Auction hot path/ })).toContainText('Stayed, and should have moved');
  await expect(page.getByText(rules(1).feedback.wrong)).toBeVisible();
  await page.getByRole('link', { name: 'Do this round again' }).click();
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('');
  await hotPath(page).getByRole('radio', { name: 'Rust' }).check();
  await page.getByRole('textbox', { name: 'Your note' }).fill(rules(1).reasons[1] ?? '');
  await page.getByRole('button', { name: 'Hand in this round' }).click();
  await expect(page.getByText('Try 2, this one')).toBeVisible();
  await page.goto(`/results/${submissionId}`);
  await expect(page.getByText('Best 100 %, 2 tries.')).toBeVisible();
});

test('a reload and a lost connection keep picks and note, and nothing is handed in twice', async ({
  page,
  context,
}) => {
  const submissionId = await handIn(page);
  await page.goto(`/twists/${submissionId}/1`);
  await page.getByRole('textbox', { name: 'Your note' }).fill('Half a thought');
  await page.getByRole('radio', { name: /^Queue/ }).check();
  await page.reload();
  await expect(page.getByText('Your unfinished round was kept on this device.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('Half a thought');
  await expect(page.getByRole('radio', { name: /^Queue/ })).toBeChecked();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Hand in this round' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The round was not handed in.' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Hand in this round' }).click();
  await expect(page).toHaveURL(/round=1$/);
  await page.getByRole('link', { name: 'Do this round again' }).click();
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('');
});

test('a fact that was rewritten meanwhile: the note stays, and the page says what to do', async ({ page }) => {
  const submissionId = await handIn(page);
  await page.goto(`/twists/${submissionId}/1`);
  // As if the page had been opened before the text was changed.
  await page.route('**/api/twists/**', (route) => {
    const body: object = route.request().postDataJSON();
    return route.continue({ postData: JSON.stringify({ ...body, changeHash: 'of-an-older-text' }) });
  });
  await page.getByRole('textbox', { name: 'Your note' }).fill('My words about the older text.');
  await page.getByRole('button', { name: 'Hand in this round' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'This fact has changed again.' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('My words about the older text.');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('My words about the older text.');
});

test('no page shows a fact, what follows from it or its rules before the time', async ({ page, request }) => {
  const secrets = secretsOf(course).filter(({ where }) => /S03/.test(where));
  const submissionId = await handIn(
    page,
    'We should decide soon, because everybody waits for it. I would keep what we have.',
  );
  const served = async (address: string) => {
    const [html, payload] = [
      await page.request.get(address),
      await page.request.get(address, { headers: { RSC: '1' } }),
    ];
    return `${await html.text()}\n${await payload.text()}`;
  };
  const shut = await served(`/results/${submissionId}`);
  expect(shut).toContain('Open round 1');
  expect(leaksIn(shut, secrets).map(({ text }) => text)).toEqual([]);
  const opened = leaksIn(await served(`/twists/${submissionId}/1`), secrets).map(({ text }) => text);
  expect(opened.length).toBeGreaterThan(0);
  for (const text of opened) expect(exercise.scenario.twist.change).toContain(text);
  expect((await page.request.get(`/twists/${submissionId}/2`)).status()).toBe(404);
  expect(await (await request.get(`/twists/${submissionId}/1`)).text()).not.toContain(rules(1).opens_with);
});

test('axe finds nothing, and a phone needs no sideways scrolling', async ({ page }) => {
  const submissionId = await handIn(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(`/twists/${submissionId}/1?again=1`);
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await page.getByRole('textbox', { name: 'Your note' }).fill(rules(1).reasons[0] ?? '');
  await page.getByRole('button', { name: 'Hand in this round' }).click();
  await expect(page).toHaveURL(/round=1$/);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBe(true);
  await page.goto(`/twists/${submissionId}/1?again=1`);
  expect(await fits(page)).toBe(true);
  await page.goto(`/results/${submissionId}`);
  expect(await fits(page)).toBe(true);
});
