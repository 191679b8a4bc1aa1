import { type Browser, expect, type Page, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { Course } from '@/schemas/course';
import { leaksIn, readable, secretsOf } from '../contract/canaries';
import { violations } from '../support/axe';
import { earnCertificate, handInModel } from '../support/earn-certificate';
import { type Hands, keyboard, mouse } from '../support/hands';

/** A whole path is worked through before there is a certificate. */
test.setTimeout(300_000);

let course: Course;
test.beforeAll(async () => {
  course = (await loadCourse()).course;
});

async function becomeGuest(page: Page): Promise<void> {
  const { origin } = new URL(process.env.APP_URL ?? '');
  await page.request.post('/api/guest', { data: {}, headers: { origin } });
}

const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.screen.width);

/** On paper it is one page of A4, whatever the page's own size on the screen. */
async function expectOneSheet(page: Page): Promise<void> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/);
}

/** As if the whole course had been certified: twelve modules, each as long as the longest that is there. */
async function fillWithTwelve(page: Page): Promise<void> {
  const count = await page.locator('article ul').evaluate((list) => {
    const [longest] = [...list.children].sort((one, other) => other.innerHTML.length - one.innerHTML.length);
    while (longest && list.children.length < 12) list.append(longest.cloneNode(true));
    return list.children.length;
  });
  expect(count).toBe(12);
}

async function issue(page: Page, hands: Hands, name: string): Promise<string> {
  await page.goto('/certificate');
  await expect(page.getByRole('heading', { level: 1, name: 'You have earned it' })).toBeVisible();
  await hands.activate(page.getByRole('button', { name: 'Issue the certificate' }));
  await expect(page.getByText('Type the name that the certificate should carry')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name on the certificate' })).toBeFocused();
  await hands.write(page.getByRole('textbox', { name: 'Name on the certificate' }), name);
  await hands.choose(page.getByRole('checkbox', { name: /Whoever I give the link to/ }));
  await hands.activate(page.getByRole('button', { name: 'Issue the certificate' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Your certificate' })).toBeVisible();
  const link = await page.getByRole('link', { name: /\/verify\// }).getAttribute('href');
  if (!link) throw new Error('the certificate carries no link');
  return link;
}

/** The page as a stranger sees it, in a browser that knows nothing of the course. */
async function asStranger<Seen>(browser: Browser, run: (page: Page) => Promise<Seen>): Promise<Seen> {
  const context = await browser.newContext({ baseURL: process.env.APP_URL ?? '' });
  try {
    return await run(await context.newPage());
  } finally {
    await context.close();
  }
}

test('a visitor reads what it takes, with links; axe finds nothing and a phone needs no sideways scrolling', async ({
  page,
}) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/certificate');
    await expect(page.getByRole('heading', { name: 'Still missing' })).toBeVisible();
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await expect(page.getByText(`All ${course.outline.modules.length} modules that are open`)).toBeVisible();
  const first = page.getByRole('link', { name: `Lesson: ${course.lessons[0]?.lesson.title}` });
  await expect(first).toHaveAttribute('href', `/lessons/${course.lessons[0]?.lesson.id}`);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBe(true);
});

test('from nothing to a certificate that a stranger can check, and back by revoking it, without a mouse', async ({
  page,
  browser,
}) => {
  await becomeGuest(page);
  await page.goto('/certificate');
  await expect(page.getByRole('heading', { name: 'Still missing' })).toBeVisible();
  await earnCertificate(page.request, course, 'leader');
  const link = await issue(page, keyboard, 'Ada Example');
  expect(link).toMatch(/^\/verify\/[0-9a-f]{32}$/);

  await asStranger(browser, async (stranger) => {
    const reply = await stranger.goto(link);
    expect(reply?.status()).toBe(200);
    await expect(stranger.getByRole('heading', { level: 1, name: 'This certificate is valid' })).toBeVisible();
    const sheet = stranger.getByRole('article', { name: 'Ada Example' });
    await expect(sheet).toContainText('the path “Leader”');
    await expect(sheet).toContainText('Graded by machine');
    await expect(sheet).not.toContainText('%');
    await expect(stranger.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await stranger.emulateMedia({ colorScheme });
      expect(await violations(stranger), colorScheme).toEqual([]);
    }
    await stranger.setViewportSize({ width: 390, height: 844 });
    expect(await fits(stranger)).toBe(true);
    await expectOneSheet(stranger);
    await fillWithTwelve(stranger);
    await expectOneSheet(stranger);
  });

  await keyboard.activate(page.getByRole('button', { name: 'Revoke…' }));
  await keyboard.activate(page.getByRole('button', { name: 'Revoke it' }));
  await expect(page.getByRole('heading', { level: 2, name: 'Revoked' })).toBeVisible();
  await asStranger(browser, async (stranger) => {
    await stranger.goto(link);
    await expect(stranger.getByRole('heading', { level: 1, name: 'This certificate was revoked' })).toBeVisible();
    await expect(stranger.getByText('Ada Example')).toHaveCount(0);
  });
  const again = await issue(page, mouse, 'Ada Other');
  expect(again).not.toBe(link);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBe(true);
});

test('the public page serves the named fields and nothing else', async ({ page, browser }) => {
  await becomeGuest(page);
  await earnCertificate(page.request, course, 'leader');
  const link = await issue(page, mouse, 'Grace Example');
  const served = await asStranger(browser, async (stranger) => {
    const html = await stranger.request.get(link);
    const payload = await stranger.request.get(link, { headers: { RSC: '1' } });
    return `${await html.text()}\n${await payload.text()}`;
  });
  expect(served).toContain('Grace Example');
  // A title that was met in full may share its words with a concept of some rubric; it is on the certificate on purpose.
  const titles = course.exercises.flatMap(({ rubric }) => rubric.criteria.map(({ title }) => readable(title)));
  const leaks = leaksIn(served, secretsOf(course)).filter(
    ({ plain }) => !titles.some((title) => title.includes(plain)),
  );
  expect(leaks.map(({ text }) => text)).toEqual([]);
  for (const field of ['learnerId', 'submissionId', 'overall', 'revokedAt', 'email', 'hint', 'confidence'])
    expect(served, field).not.toContain(`"${field}"`);
  for (const { hint } of course.exercises.flatMap(({ rubric }) => rubric.criteria)) expect(served).not.toContain(hint);
  const { cookies } = await page.context().storageState();
  // The seed of the figures is a plain 0 in tests, and no secret.
  for (const { value } of cookies.filter(({ name }) => name !== 'study_seed'))
    expect(served).not.toContain(value.split('.')[0]);
});

test('an unknown link says so, with a status that says so too', async ({ page }) => {
  for (const token of ['0'.repeat(32), 'nonsense']) {
    const reply = await page.goto(`/verify/${token}`);
    expect(reply?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1, name: 'This server has no such certificate' })).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
});

test('the panel speaks under the capstone’s result, with votes, quotes and conditions', async ({ page }) => {
  await becomeGuest(page);
  const capstone = course.outline.capstone ?? '';
  const panel = course.exercises.find(({ scenario }) => scenario.id === capstone)?.panel;
  await page.goto(`/results/${await handInModel(page.request, course, capstone)}`);
  const section = page.getByRole('region', { name: 'In front of the panel' });
  await expect(section).toContainText('Approved');
  for (const { title } of panel?.reviewers ?? [])
    await expect(section.getByRole('heading', { level: 3, name: title })).toBeVisible();
  await expect(section.getByText('Votes: approve').first()).toBeVisible();
  await expect(section.locator('q').first()).toBeVisible();
  const unsaid = (panel?.reviewers ?? []).map(({ opening }) => opening['not-yet']);
  const html = await (await page.request.get(page.url())).text();
  expect(unsaid.filter((opening) => html.includes(opening))).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await fits(page)).toBe(true);
});
