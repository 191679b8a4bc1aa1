import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, test } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { Course } from '@/schemas/course';
import type { PartialHandIn } from '@/schemas/scenario';
import { leaksIn, SECRET_FIELDS, type Secret, secretsOf } from '../contract/canaries';
import { skipPredictionOf } from '../support/predictions';
import { modelRecord } from '../support/sample-record';

/**
 * No key, rationale, descriptor or concept is served before its time: not in HTML, not in an RSC payload, not in a
 * script, a source map or JSON. Each test also shows that the same search finds the secret once it may be read.
 */
let course: Course;
let secrets: readonly Secret[];

test.beforeAll(async () => {
  course = (await loadCourse()).course;
  secrets = secretsOf(course);
  expect(secrets.length).toBeGreaterThan(1_000);
});

const wheres = (found: readonly Secret[]) => found.map(({ where, text }) => `${where}: ${text.slice(0, 80)}`);

/** A page as a browser gets it twice: the document, and the payload of a navigation inside the app. */
async function servedAs(request: APIRequestContext, address: string): Promise<string> {
  const html = await request.get(address);
  expect(html.status(), address).toBe(200);
  const payload = await request.get(address, { headers: { RSC: '1' } });
  return `${await html.text()}\n${await payload.text()}`;
}

async function send(request: APIRequestContext, method: 'post' | 'put', address: string, data: unknown, key?: string) {
  const { origin } = new URL(process.env.APP_URL ?? '');
  const reply = await request[method](address, {
    data,
    headers: { origin, ...(key ? { 'idempotency-key': key } : {}) },
  });
  return { status: reply.status(), text: await reply.text() };
}

const learnerPages = (): string[] => [
  '/',
  '/about',
  '/account',
  '/appeals',
  '/live',
  '/glossary',
  '/search?q=latency%20team%20rust',
  '/paths',
  '/placement',
  '/calibration',
  '/notices',
  '/assignments',
  '/certificate',
  '/review',
  '/review/progress',
  '/studio',
  ...course.lessons.flatMap(({ lesson }) => [`/lessons/${lesson.id}`, `/lessons/${lesson.id}/quiz`]),
  ...course.exercises.flatMap(({ scenario }) => [
    `/exercises/${scenario.id}`,
    `/exercises/${scenario.id}/compare`,
    `/exercises/${scenario.id}/space`,
  ]),
];

test('a visitor is served no secret by any page or payload', async ({ request }) => {
  test.setTimeout(240_000); // the whole course, each page twice
  for (const address of learnerPages()) {
    const served = await servedAs(request, address);
    expect(wheres(leaksIn(served, secrets)), address).toEqual([]);
  }
});

test('the case library holds no secret, nor says which exercises a case bears on', async ({ request }) => {
  expect(wheres(leaksIn(await servedAs(request, '/cases'), secrets))).toEqual([]);
  for (const { id, scenarios } of course.cases) {
    const served = await servedAs(request, `/cases/${id}`);
    expect(wheres(leaksIn(served, secrets)), id).toEqual([]);
    for (const scenario of scenarios) expect(served, id).not.toMatch(new RegExp(`\\b${scenario}\\b`));
  }
  const list = await request.get('/api/cases');
  expect(list.status()).toBe(200);
  const text = await list.text();
  expect(text).not.toMatch(/\bS\d\d\b/);
  expect(wheres(leaksIn(text, secrets))).toEqual([]);
});

test('the built scripts and styles hold no secret, and there are no source maps', () => {
  const root = path.resolve('.next/static');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file));
  expect(files.some((file) => file.endsWith('.js'))).toBe(true);
  expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  const served = files
    .filter((file) => /\.(js|css|json|txt)$/.test(file))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  expect(wheres(leaksIn(served.join('\n'), secrets))).toEqual([]);
});

test('an opened quiz holds no key; answering an item opens that item and no other', async ({ request }) => {
  test.setTimeout(240_000); // every lesson's quiz
  await send(request, 'post', '/api/guest', {});
  for (const { lesson, quiz } of course.lessons) {
    const opened = await send(request, 'post', '/api/quizzes', { lessonId: lesson.id, items: 'all' });
    expect(opened.status).toBe(200);
    expect(wheres(leaksIn(opened.text, secrets)), lesson.id).toEqual([]);
    for (const field of SECRET_FIELDS) expect(opened.text, lesson.id).not.toContain(`"${field}"`);
    const page = await servedAs(request, `/lessons/${lesson.id}/quiz`);
    expect(wheres(leaksIn(page, secrets)), lesson.id).toEqual([]);

    const item = quiz.items.find(({ type }) => type === 'single-choice');
    if (item?.type !== 'single-choice') throw new Error(`${lesson.id} has no single-choice item`);
    const { attemptId } = (JSON.parse(opened.text) as { view: { attemptId: string } }).view;
    const response = { type: 'single-choice', chosen: item.options[0]?.id };
    const answered = await send(request, 'post', `/api/attempts/${attemptId}/responses`, {
      itemId: item.id,
      response,
      confidence: 'guess',
    });
    expect(answered.status).toBe(200);
    const found = leaksIn(`${answered.text}${await servedAs(request, `/lessons/${lesson.id}/quiz`)}`, secrets);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ where }) => where))).toEqual(new Set([`quiz ${lesson.id} → ${item.id}`]));
  }
});

test('a placement holds no key when opened, while under way or at its end', async ({ request }) => {
  await send(request, 'post', '/api/guest', {});
  const opened = await send(request, 'post', '/api/placements', {});
  expect(opened.status).toBe(200);
  const { view } = JSON.parse(opened.text) as { view: { placementId: string; questions: { id: string }[] } };
  const served = [opened.text, await servedAs(request, '/placement')];
  for (const { id } of view.questions) {
    const body = { itemId: id, given: null };
    served.push((await send(request, 'post', `/api/placements/${view.placementId}/answers`, body)).text);
  }
  expect(served.at(-1)).toContain('"verdicts"');
  served.push(await servedAs(request, '/placement'), await servedAs(request, '/'));
  expect(wheres(leaksIn(served.join('\n'), secrets))).toEqual([]);
  for (const field of SECRET_FIELDS) expect(served.join('\n')).not.toContain(`"${field}"`);
});

test('cards to review hold no key and no descriptor; answering one opens it and no other', async ({ request }) => {
  await send(request, 'post', '/api/guest', {});
  const lesson = course.lessons[0];
  const items = (lesson?.quiz.items ?? []).flatMap((item) => (item.type === 'single-choice' ? [item] : []));
  const opened = await send(request, 'post', '/api/quizzes', { lessonId: lesson?.lesson.id, items: 'all' });
  const { attemptId } = (JSON.parse(opened.text) as { view: { attemptId: string } }).view;
  const wrong = (item: (typeof items)[number]) => ({
    response: { type: 'single-choice', chosen: item.options.find(({ id }) => id !== item.key)?.id },
    confidence: 'guess',
  });
  for (const item of items)
    await send(request, 'post', `/api/attempts/${attemptId}/responses`, { itemId: item.id, ...wrong(item) });
  const page = await servedAs(request, '/review');
  expect(page).toContain('"front"');
  expect(wheres(leaksIn(page, secrets))).toEqual([]);
  for (const field of SECRET_FIELDS) expect(page).not.toContain(`"${field}"`);

  const paused = await send(request, 'put', '/api/recall/pause', { isPaused: false });
  const { front } = (JSON.parse(paused.text) as { queue: { front: { cardId: string; question: { id: string } } } })
    .queue;
  const item = items.find(({ id }) => id === front.question.id);
  if (!item) throw new Error('the card on the screen is none of those missed');
  const answer = { type: 'item', ...wrong(item) };
  const reply = await send(request, 'post', `/api/recall/cards/${front.cardId}/reviews`, { version: 0, answer });
  expect(reply.status, reply.text).toBe(200);
  const found = leaksIn(reply.text, secrets);
  expect(new Set(found.map(({ where }) => where))).toEqual(new Set([`quiz ${lesson?.lesson.id} → ${item.id}`]));
});

test('a report and an export hold no secret of an item that was answered or not', async ({ request }) => {
  await send(request, 'post', '/api/guest', {});
  const [loaded] = course.lessons;
  const item = loaded?.quiz.items.find(({ type }) => type === 'single-choice');
  if (!loaded || item?.type !== 'single-choice') throw new Error('the first quiz has no single-choice item');
  const lessonId = loaded.lesson.id;
  const opened = await send(request, 'post', '/api/quizzes', { lessonId, items: 'all' });
  const { attemptId } = (JSON.parse(opened.text) as { view: { attemptId: string } }).view;
  const response = { type: 'single-choice', chosen: item.options[0]?.id };
  await send(request, 'post', `/api/attempts/${attemptId}/responses`, {
    itemId: item.id,
    response,
    confidence: 'guess',
  });
  for (const { id } of loaded.quiz.items.slice(0, 8)) {
    const body = { about: { kind: 'item', lessonId, itemId: id }, kind: 'unclear', text: 'I cannot read this one.' };
    expect((await send(request, 'post', '/api/reports', body, crypto.randomUUID())).status).toBe(201);
  }
  const files = await Promise.all(
    ['json', 'md'].map(async (format) => (await request.get(`/api/export?format=${format}`)).text()),
  );
  const served = [...files, await servedAs(request, '/account'), await servedAs(request, '/')].join('\n');
  expect(served).toContain('I cannot read this one.');
  expect(wheres(leaksIn(served, secrets))).toEqual([]);
  for (const field of SECRET_FIELDS) expect(served).not.toContain(`"${field}"`);
});

/** Every page of the desk, about the cohort that everybody is in and about one person’s work. */
const deskPages = (submissionId: string, learnerId: string): string[] => {
  const cohort = '/instructor/cohorts/self-paced';
  const views = ['', '/overview', '/gaps', '/risk', '/reviews', '/invites', '/messages', '/people', '/assignments'];
  const team = ['/appeals', '/map', '/map/S01', '/live/S01'];
  const tools = [
    'audit',
    'items',
    'organisation',
    'preview',
    'regrades',
    'reports',
    'start',
    'trust',
    'trust/calibration',
  ];
  return [
    '/instructor',
    ...tools.map((view) => `/instructor/${view}`),
    ...[...views, ...team].map((view) => `${cohort}${view}`),
    `/instructor/reviews/${submissionId}`,
    `/instructor/results/${submissionId}`,
    `/instructor/learners/${learnerId}`,
    `/results/${submissionId}`,
    // Pages about one thing: a name that could be one is refused as well as one that is.
    '/instructor/regrades/01a20265-05c4-7219-b4d3-e0de72ce1d5d',
    '/instructor/trust/calibration/01a20265-05c4-7219-b4d3-e0de72ce1d5d',
    `/instructor/items/${course.lessons[0]?.quiz.items[0]?.id}`,
    `${cohort}/gaps/any-misconception`,
    `${cohort}/assignments/01a20265-05c4-7219-b4d3-e0de72ce1d5d`,
    '/live/ABCDEF',
    `/twists/${submissionId}/1`,
    `/contrary/${submissionId}`,
  ];
};

/** Appeals against the first criterion that is not fulfilled, and gives back the page of one’s appeals. */
async function appealSomewhere(request: APIRequestContext, submissionId: string): Promise<string> {
  const reason = 'The platypus said so in the first sentence.';
  const criteria = course.exercises.find(({ scenario }) => scenario.id === 'S01')?.rubric.criteria ?? [];
  for (const { id: criterionId } of criteria) {
    const body = { kind: 'criterion', submissionId, criterionId, passage: null, reason };
    if ((await send(request, 'post', '/api/appeals', body)).status === 201) return servedAs(request, '/appeals');
  }
  throw new Error('there is nothing to appeal against');
}

test('a learner is served nothing of the desk by any page or payload, and nothing of another learner', async ({
  request,
  playwright,
}) => {
  const writer = await playwright.request.newContext({ baseURL: process.env.APP_URL ?? '' });
  const { learnerId } = JSON.parse((await send(writer, 'post', '/api/guest', {})).text) as { learnerId: string };
  const record = { ...modelRecord(course, 'S01'), explanation: 'The platypus decides, because everybody likes it.' };
  const body = { scenarioId: 'S01', handIn: record };
  const sent = await send(writer, 'post', '/api/submissions', body, crypto.randomUUID());
  const { submissionId } = JSON.parse(sent.text) as { submissionId: string };
  await skipPredictionOf(writer, submissionId);
  expect(await servedAs(writer, `/results/${submissionId}`), 'its writer reads it').toContain('platypus');
  expect(await appealSomewhere(writer, submissionId)).toContain('platypus');
  await send(request, 'post', '/api/guest', {});
  for (const address of deskPages(submissionId, learnerId)) {
    const replies = [await request.get(address), await request.get(address, { headers: { RSC: '1' } })];
    const served = (await Promise.all(replies.map((reply) => reply.text()))).join('\n');
    expect(served, address).not.toContain('platypus');
    expect(wheres(leaksIn(served, secrets)), address).toEqual([]);
    for (const field of SECRET_FIELDS) expect(served, address).not.toContain(`"${field}"`);
  }
  await writer.dispose();
});

test('a failed first draft opens titles and hints, a passed one opens the rubric', async ({ request }) => {
  const exercise = course.exercises.find(({ scenario }) => scenario.id === 'S01');
  if (!exercise) throw new Error('S01 is missing');
  await send(request, 'post', '/api/guest', {});
  const record = modelRecord(course, 'S01');
  const weak: PartialHandIn = {
    ...record,
    explanation: 'We take Go because everybody on the team likes it and it is modern. Rust is hard to learn, they say.',
  };
  await send(request, 'put', '/api/drafts/S01', { baseVersion: 0, handIn: weak });

  const first = await handIn(request, weak);
  const criterion = exercise.rubric.criteria[0];
  expect(first).toContain(criterion?.title);
  expect(first).toContain(criterion?.hint);
  expect(wheres(leaksIn(first, secrets))).toEqual([]);

  const second = await handIn(request, record);
  const own = leaksIn(record.explanation, secrets);
  const found = leaksIn(second, secrets).filter((secret) => !own.includes(secret));
  expect(found.map(({ text }) => text)).toContain(criterion?.full);
  // A phrase that S01's opened rubric shares with another exercise is no leak of the other.
  const opened = JSON.stringify(exercise).toLowerCase();
  expect(wheres(found.filter(({ where, plain }) => !where.includes('S01') && !opened.includes(plain)))).toEqual([]);
  expect(wheres(leaksIn(await servedAs(request, '/exercises/S03'), secrets))).toEqual([]);
});

/** Hands a record in and gives back everything served on the way: the reply, the result page and its payload. */
async function handIn(request: APIRequestContext, record: PartialHandIn): Promise<string> {
  const body = { scenarioId: 'S01', handIn: record };
  const reply = await send(request, 'post', '/api/submissions', body, crypto.randomUUID());
  expect(reply.status, reply.text).toBe(201);
  const { submissionId } = JSON.parse(reply.text) as { submissionId: string };
  const address = `/results/${submissionId}`;
  const waiting = await servedAs(request, address);
  const grade = [/How sure the grader is/, /Passed at/, /\d+\s?(<!-- -->)?\s?%/];
  for (const sign of grade) expect(waiting, 'a grade that waits for a prediction').not.toMatch(sign);
  await skipPredictionOf(request, submissionId);
  const shown = await servedAs(request, address);
  for (const sign of grade.slice(0, 2)) expect(shown, 'the same search finds the grade once it is shown').toMatch(sign);
  return reply.text + shown;
}
