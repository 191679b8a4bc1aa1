import type { APIRequestContext, Browser } from 'playwright/test';
import { loadCourse } from '@/course/load-course';
import type { Course } from '@/schemas/course';
import { EMPTY_DECISION } from '@/schemas/decision';
import type { App } from '../app';
import { modelRecord } from '../sample-record';

const PASSWORD = 'a long enough phrase';
export const COHORT = '/instructor/cohorts/demo-cohort';
export const LESSON = 'where-the-milliseconds-go';
const DAY = 86_400_000;

/** Who looks at a page: nobody signed in, somebody with work of every kind, or whoever runs the course. */
export const WHOS = ['visitor', 'learner', 'instructor'] as const;
export type Who = (typeof WHOS)[number];
type Cookies = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['cookies']>>;

/** Addresses that only an app with people and work in it has. */
export interface World {
  readonly cookies: Readonly<Record<Who, Cookies>>;
  readonly graded: string;
  readonly waiting: string;
  readonly decision: string;
  readonly invite: string;
  readonly reset: string;
  readonly live: string;
  readonly regrade: string;
  readonly round: string;
  readonly assignment: string;
  readonly belief: string;
  readonly person: string;
  readonly review: string;
  readonly item: string;
}

class Hand {
  readonly request: APIRequestContext;
  readonly #origin: string;

  constructor(request: APIRequestContext, origin: string) {
    this.request = request;
    this.#origin = origin;
  }

  async send(method: 'post' | 'put', address: string, data: object): Promise<Record<string, unknown>> {
    const headers = { origin: this.#origin, 'idempotency-key': crypto.randomUUID() };
    const reply = await this.request[method](address, { data, headers });
    if (!reply.ok()) throw new Error(`${method} ${address}: ${reply.status()} ${await reply.text()}`);
    return (await reply.json()) as Record<string, unknown>;
  }

  /** The first address on a page that looks so. */
  async find(page: string, pattern: RegExp): Promise<string> {
    const text = await (await this.request.get(page)).text();
    const [found] = pattern.exec(text) ?? [];
    if (!found) throw new Error(`${page} has no link like ${pattern}`);
    return found.replaceAll('&amp;', '&');
  }
}

/** Against the first level that is not full. */
async function appeal(learner: Hand, submissionId: string, course: Course) {
  const criteria = course.exercises.find(({ scenario }) => scenario.id === 'S01')?.rubric.criteria ?? [];
  const reason = 'It stands in the last sentence of what I wrote.';
  for (const { id } of criteria) {
    const data = { kind: 'criterion', submissionId, criterionId: id, passage: null, reason };
    const isTaken = await learner.send('post', '/api/appeals', data).catch(() => null);
    if (isTaken) return;
  }
  throw new Error('every level is full, so there is nothing to appeal against');
}

async function study(learner: Hand) {
  const { course } = await loadCourse();
  await learner.send('put', '/api/preferences', { predictions: 'never' });
  await learner.send('put', `/api/lessons/${LESSON}/read`, {});
  const { view } = await learner.send('post', '/api/quizzes', { lessonId: LESSON, items: 'all' });
  const { attemptId } = view as { attemptId: string };
  const items = course.lessons.find(({ lesson }) => lesson.id === LESSON)?.quiz.items ?? [];
  for (const item of items) {
    if (item.type !== 'single-choice') continue;
    const chosen = item.options.find(({ id }) => id !== item.key)?.id;
    const answer = { itemId: item.id, response: { type: item.type, chosen }, confidence: 'sure' };
    await learner.send('post', `/api/attempts/${attemptId}/responses`, answer);
  }
  const model = modelRecord(course, 'S01');
  const graded = await learner.send('post', '/api/submissions', {
    scenarioId: 'S01',
    handIn: { ...model, explanation: `${model.explanation.slice(0, 400)} We agreed on this.` },
  });
  await learner.send('put', '/api/preferences', { predictions: 'ask' });
  const waiting = await learner.send('post', '/api/submissions', {
    scenarioId: 'S02',
    handIn: modelRecord(course, 'S02'),
  });
  await appeal(learner, String(graded.submissionId), course);
  await learner.send('post', '/api/reports', {
    about: { kind: 'item', lessonId: LESSON, itemId: items[0]?.id },
    kind: 'typo',
    text: 'A letter too many in the second paragraph.',
  });
  const record = { ...EMPTY_DECISION, title: 'Which language for the gateway', reviewOn: '2026-01-01' };
  const { decisionId } = await learner.send('post', '/api/decisions', { record });
  return { graded: String(graded.submissionId), waiting: String(waiting.submissionId), decision: String(decisionId) };
}

async function teach(desk: Hand, learnerId: string) {
  const { url } = await desk.send('post', '/api/cohorts/self-paced/invites', {
    role: 'reviewer',
    label: 'For the second reader',
    days: 7,
    maxUses: 3,
  });
  const reset = await desk.send('post', '/api/instructor/reset-links', { learnerId });
  const { round } = await desk.send('post', '/api/instructor/live-rounds', {
    cohortId: 'self-paced',
    scenarioId: 'S01',
  });
  const { regradeId } = await desk.send('post', '/api/instructor/regrades', {
    cohortId: 'self-paced',
    reason: 'The wording of a criterion was made plainer.',
  });
  const { roundId } = await desk.send('post', '/api/instructor/calibration-rounds', { cohortId: 'demo-cohort' });
  const now = Date.now();
  await desk.send('post', '/api/instructor/cohorts/self-paced/assignments', {
    title: 'Before the design review',
    note: '',
    target: { type: 'exercises', scenarioIds: ['S01'] },
    attempts: { counts: 'best', most: null },
    passing: { type: 'course' },
    opensAt: now - DAY / 24,
    dueAt: now + 10 * DAY,
  });
  return {
    invite: new URL(String(url)).pathname,
    reset: new URL(String(reset.url)).pathname,
    live: (round as { code: string }).code,
    regrade: `/instructor/regrades/${regradeId}`,
    round: `/instructor/trust/calibration/${roundId}`,
    assignment: await desk.find(`${COHORT}/assignments`, /\/instructor\/cohorts\/demo-cohort\/assignments\/[\w-]+/),
    belief: await desk.find(`${COHORT}/gaps`, /\/instructor\/cohorts\/demo-cohort\/gaps\/[\w-]+/),
    person: await desk.find(`${COHORT}/overview`, /\/instructor\/learners\/[\w-]+/),
    review: await desk.find(`${COHORT}/reviews`, /\/instructor\/reviews\/[^"\\]+/),
    item: await desk.find('/instructor/items', /\/instructor\/items\/[\w-]+/),
  };
}

/** Fills an app that was started with `--demo`: a learner with work of every kind, and an instructor. */
export async function makeWorld(browser: Browser, app: App): Promise<World> {
  const contexts = await Promise.all(WHOS.map(() => browser.newContext({ baseURL: app.baseURL })));
  const [visitor, learner, instructor] = contexts.map(({ request }) => new Hand(request, app.baseURL));
  if (!visitor || !learner || !instructor) throw new Error('three people are needed');
  const ada = { name: 'Ada Quill', email: 'ada@example.org', password: PASSWORD };
  const { learnerId } = await learner.send('post', '/api/auth/sign-up/email', ada);
  const ines = { name: 'Ines Tutor', email: 'ines@example.org', password: PASSWORD };
  await instructor.send('post', '/api/auth/sign-up/email', ines);
  await instructor.send('post', `/api/claims/${new URL(app.firstInstructorLink ?? '').pathname.split('/').at(-1)}`, {});
  const studied = await study(learner);
  const taught = await teach(instructor, String(learnerId));
  const [none, hers, theirs] = await Promise.all(contexts.map((context) => context.cookies()));
  await Promise.all(contexts.map((context) => context.close()));
  return { cookies: { visitor: none ?? [], learner: hers ?? [], instructor: theirs ?? [] }, ...studied, ...taught };
}
