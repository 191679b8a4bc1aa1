import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as postDeletion } from '@/app/api/account/deletion/route';
import { GET as getActs } from '@/app/api/acts/route';
import { POST as postAnswer } from '@/app/api/attempts/[attemptId]/responses/route';
import { POST as postSignIn } from '@/app/api/auth/sign-in/email/route';
import { POST as postSignOut } from '@/app/api/auth/sign-out/route';
import { POST as postSignUp } from '@/app/api/auth/sign-up/email/route';
import { POST as postClaim } from '@/app/api/claims/[token]/route';
import { POST as postImport } from '@/app/api/cohorts/[cohortId]/imports/route';
import { DELETE as deleteInvite } from '@/app/api/cohorts/[cohortId]/invites/[inviteId]/route';
import { POST as postInvite } from '@/app/api/cohorts/[cohortId]/invites/route';
import { PUT as putPerson } from '@/app/api/cohorts/[cohortId]/people/[learnerId]/route';
import { DELETE as deleteCohort, PUT as putCohort } from '@/app/api/cohorts/[cohortId]/route';
import { POST as postCohort } from '@/app/api/cohorts/route';
import { PUT as putDraft } from '@/app/api/drafts/[scenarioId]/route';
import { POST as postAttempt } from '@/app/api/exercises/[scenarioId]/attempts/route';
import { POST as postGuest } from '@/app/api/guest/route';
import { PUT as putMark } from '@/app/api/instructor/calibration-rounds/[roundId]/marks/[position]/route';
import { POST as postRound } from '@/app/api/instructor/calibration-rounds/route';
import { PUT as putRound } from '@/app/api/instructor/live-rounds/[roundId]/route';
import { POST as postLiveRound } from '@/app/api/instructor/live-rounds/route';
import { PUT as putReport } from '@/app/api/instructor/reports/[reportId]/route';
import { POST as postResetLink } from '@/app/api/instructor/reset-links/route';
import { POST as postJoin } from '@/app/api/invites/[token]/route';
import { PUT as putRead } from '@/app/api/lessons/[lessonId]/read/route';
import { PUT as putVote } from '@/app/api/live/[code]/route';
import { DELETE as deleteOwner } from '@/app/api/organisation/owners/[learnerId]/route';
import { POST as postOwner } from '@/app/api/organisation/owners/route';
import { PUT as putOrganisation } from '@/app/api/organisation/route';
import { POST as postReset } from '@/app/api/password-resets/[token]/route';
import { PUT as putPreferences } from '@/app/api/preferences/route';
import { POST as postQuiz } from '@/app/api/quizzes/route';
import { POST as postRecall } from '@/app/api/recall/cards/[cardId]/reviews/route';
import { PUT as putRecallPause } from '@/app/api/recall/pause/route';
import { POST as postRecallReset } from '@/app/api/recall/reset/route';
import { POST as postRecallUndo } from '@/app/api/recall/reviews/[reviewId]/undo/route';
import { PUT as putRecallZone } from '@/app/api/recall/time-zone/route';
import { POST as postReport } from '@/app/api/reports/route';
import { PUT as putSeen } from '@/app/api/reports/seen/route';
import { GET as getSearch } from '@/app/api/search/route';
import { PUT as putPrediction } from '@/app/api/submissions/[submissionId]/prediction/route';
import { POST as postSubmission } from '@/app/api/submissions/route';
import { GET as getLive } from '@/app/livez/route';
import { GET as getReady } from '@/app/readyz/route';
import { ApiErrorSchema } from '@/schemas/api';
import { QuizViewSchema } from '@/schemas/reveal';
import { DraftSchema } from '@/schemas/submission';
import { createAccounts } from '@/server/accounts/accounts';
import { addressOf, takeToken } from '@/server/http/rate-limit';
import { RATES } from '@/server/http/rates';
import { isSameOrigin } from '@/server/http/same-origin';
import { makeLink } from '@/server/links';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import { cookiesOf, newAccount, newGuest, newInstructor, PASSWORD } from '../support/people';
import { expectConsoleError } from '../support/setup';

type Handler = typeof postGuest;
const ORIGIN = 'http://course.test';

interface Sent {
  readonly body?: unknown;
  readonly params?: Record<string, string>;
  readonly headers?: Headers;
  /** Headers to add, or with an empty value to leave out. */
  readonly with?: Record<string, string>;
}

/** Sends what a page of ours would send, and reads the reply. */
async function send(
  handler: Handler,
  { body = {}, params = {}, headers = new Headers(), with: extra = {} }: Sent = {},
) {
  const sent = new Headers(headers);
  const usual = { host: 'course.test', origin: ORIGIN, 'content-type': 'application/json', ...extra };
  for (const [name, value] of Object.entries(usual)) if (value) sent.set(name, value);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(`${ORIGIN}/api`, { method: 'POST', headers: sent, body: text });
  const response = await handler(request, { params: Promise.resolve(params) });
  const json: unknown = await response.json();
  return { response, status: response.status, json };
}

const codeOf = (json: unknown) => ApiErrorSchema.loose().parse(json).error.code;
const submission = { scenarioId: SCENARIO, handIn: handInOf() };
const keyed = () => ({ 'idempotency-key': randomUUID() });

/** Every write that needs a session, with a body and parameters that fit. */
const guarded: readonly (readonly [string, Handler, Sent])[] = [
  ['PUT /api/organisation', putOrganisation, { body: { name: 'Example Works' } }],
  ['POST /api/organisation/owners', postOwner, { body: { email: 'ada@example.org' } }],
  ['DELETE /api/organisation/owners/:learnerId', deleteOwner, { params: { learnerId: 'no-such-learner' } }],
  ['POST /api/cohorts', postCohort, { body: { name: 'Platform team' } }],
  ['PUT /api/cohorts/:cohortId', putCohort, { params: { cohortId: 'self-paced' }, body: { isArchived: true } }],
  ['DELETE /api/cohorts/:cohortId', deleteCohort, { params: { cohortId: 'self-paced' }, body: { confirm: 'x' } }],
  [
    'PUT /api/cohorts/:cohortId/people/:learnerId',
    putPerson,
    { params: { cohortId: 'self-paced', learnerId: 'no-such-learner' }, body: { type: 'withdraw' } },
  ],
  [
    'POST /api/cohorts/:cohortId/invites',
    postInvite,
    { params: { cohortId: 'self-paced' }, body: { role: 'lead', label: '', days: 1, maxUses: 1 } },
  ],
  [
    'DELETE /api/cohorts/:cohortId/invites/:inviteId',
    deleteInvite,
    { params: { cohortId: 'self-paced', inviteId: 'no-such-invite' } },
  ],
  ['POST /api/invites/:token', postJoin, { params: { token: 'no-such-link' } }],
  [
    'PUT /api/drafts/:scenarioId',
    putDraft,
    { params: { scenarioId: SCENARIO }, body: { baseVersion: 0, handIn: handInOf() } },
  ],
  ['POST /api/exercises/:scenarioId/attempts', postAttempt, { params: { scenarioId: SCENARIO }, body: { attempt: 1 } }],
  ['POST /api/submissions', postSubmission, { body: submission, with: { 'idempotency-key': 'a-key-of-eight' } }],
  ['POST /api/quizzes', postQuiz, { body: { lessonId: LESSON, items: 'all' } }],
  [
    'POST /api/attempts/:attemptId/responses',
    postAnswer,
    {
      params: { attemptId: 'no-such-attempt' },
      body: { itemId: FIRST_ITEM, response: { type: 'single-choice', chosen: 'sql' }, confidence: 'sure' },
    },
  ],
  ['PUT /api/lessons/:lessonId/read', putRead, { params: { lessonId: LESSON } }],
  [
    'POST /api/reports',
    postReport,
    {
      body: {
        about: { kind: 'item', lessonId: LESSON, itemId: FIRST_ITEM },
        kind: 'typo',
        text: 'A letter too many.',
      },
      with: { 'idempotency-key': 'a-key-of-eight' },
    },
  ],
  ['PUT /api/reports/seen', putSeen, {}],
  [
    'PUT /api/instructor/reports/:reportId',
    putReport,
    { params: { reportId: 'no-such-report' }, body: { status: 'fixed', reply: 'Mended.' } },
  ],
  ['POST /api/account/deletion', postDeletion, { body: { confirm: 'delete', password: PASSWORD } }],
  ['POST /api/instructor/live-rounds', postLiveRound, { body: { cohortId: 'self-paced', scenarioId: SCENARIO } }],
  [
    'PUT /api/instructor/live-rounds/:roundId',
    putRound,
    { params: { roundId: 'no-such-round' }, body: { cohortId: 'self-paced', version: 0, to: 'closed' } },
  ],
  ['PUT /api/live/:code', putVote, { params: { code: 'ABCDEF' }, body: { choices: { 'http-api': 'go' }, line: '' } }],
  ['PUT /api/preferences', putPreferences, { body: { editor: 'plain' } }],
  [
    'PUT /api/submissions/:submissionId/prediction',
    putPrediction,
    { params: { submissionId: 'no-such-submission' }, body: { type: 'skipped' } },
  ],
  [
    'POST /api/recall/cards/:cardId/reviews',
    postRecall,
    { params: { cardId: 'no-such-card' }, body: { version: 0, answer: { type: 'self', rating: 'good' } } },
  ],
  ['POST /api/recall/reviews/:reviewId/undo', postRecallUndo, { params: { reviewId: 'no-such-review' } }],
  ['PUT /api/recall/pause', putRecallPause, { body: { isPaused: true } }],
  ['POST /api/recall/reset', postRecallReset, { body: { confirm: 'start all cards over' } }],
  ['PUT /api/recall/time-zone', putRecallZone, { body: { timeZone: 'Europe/Berlin' } }],
  ['POST /api/claims/:token', postClaim, { params: { token: 'some-token' } }],
  ['POST /api/instructor/calibration-rounds', postRound, { body: { cohortId: null } }],
  [
    'PUT /api/instructor/calibration-rounds/:roundId/marks/:position',
    putMark,
    {
      params: { roundId: '0199c0de-0000-7000-8000-000000000001', position: '0' },
      body: { levels: { 'S01-1': 'full' } },
    },
  ],
  ['POST /api/instructor/reset-links', postResetLink, { body: { learnerId: 'some-learner' } }],
];
const open: readonly (readonly [string, Handler, Sent])[] = [
  ['POST /api/guest', postGuest, {}],
  ['POST /api/auth/sign-up/email', postSignUp, { body: { name: 'A', email: 'a@example.org', password: PASSWORD } }],
  ['POST /api/auth/sign-in/email', postSignIn, { body: { email: 'a@example.org', password: PASSWORD } }],
  ['POST /api/auth/sign-out', postSignOut, {}],
  ['POST /api/password-resets/:token', postReset, { params: { token: 'x' }, body: { password: PASSWORD } }],
];

describe.each(ENGINES)('handlers on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  describe.each([...guarded, ...open])('%s', (_name, handler, fits) => {
    test.each([
      ['another site', { origin: 'https://evil.example' }],
      ['a sandboxed frame', { origin: 'null' }],
      ['a request the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
      ['a sibling domain', { 'sec-fetch-site': 'same-site' }],
    ])('refuses %s', async (_from, extra) => {
      const { status, json, response } = await send(handler, { ...fits, with: { ...fits.with, ...extra } });
      expect([status, codeOf(json)]).toEqual([403, 'other-origin']);
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    });

    test('refuses cookies without an origin, as old browsers and scripts send them', async () => {
      const { headers } = await newGuest();
      const { status } = await send(handler, { ...fits, headers, with: { ...fits.with, origin: '' } });
      expect(status).toBe(403);
    });

    test('refuses what is not JSON, what is too large and what has another shape', async () => {
      const form = await send(handler, { ...fits, with: { ...fits.with, 'content-type': 'text/plain' } });
      expect([form.status, codeOf(form.json)]).toEqual([415, 'not-json']);
      const large = await send(handler, { ...fits, body: { text: 'x'.repeat(70_000) } });
      expect([large.status, codeOf(large.json)]).toEqual([413, 'too-large']);
      expect(JSON.stringify(large.json)).toContain('64 KiB');
      const torn = await send(handler, { ...fits, body: '{"torn":' });
      expect([torn.status, codeOf(torn.json)]).toEqual([400, 'bad-json']);
      const shape = await send(handler, { ...fits, body: { isAdmin: true, role: 'instructor' } });
      expect([shape.status, codeOf(shape.json)]).toEqual([422, 'invalid-body']);
    });
  });

  test.each(guarded)('%s needs a session, and tells none from an ended one', async (_name, handler, fits) => {
    const none = await send(handler, fits);
    expect([none.status, codeOf(none.json)]).toEqual([401, 'no-session']);
    const account = await newAccount();
    await send(postSignOut, { headers: account.headers });
    const ended = await send(handler, { ...fits, headers: account.headers });
    expect([ended.status, codeOf(ended.json)]).toEqual([401, 'session-expired']);
  });

  test('a learner is refused at every handler of the desk; a list of people may be large; the record is a CSV file', async () => {
    const [learner, owner] = [await newAccount(), await newInstructor()];
    for (const [name, handler, fits] of guarded.filter(([name]) => /organisation|cohorts/.test(name)))
      expect([name, (await send(handler, { ...fits, headers: learner.headers })).status]).toEqual([name, 403]);
    const params = { cohortId: 'self-paced' };
    const list = { text: `email,role\n${'ada@example.org,lead\n'.repeat(4_000)}`, days: 7, mode: 'check' };
    expect((await send(postImport, { params, body: list, headers: learner.headers })).status).toBe(403);
    const read = await send(postImport, { params, body: list, headers: owner.headers });
    expect([read.status, Object(read.json).lines.length]).toEqual([200, 4_000]);
    const wrong = await send(postImport, { params, body: { ...list, text: 'a,b\nc,d' }, headers: owner.headers });
    expect([wrong.status, codeOf(wrong.json)]).toEqual([422, 'wrong-columns']);
    const acts = (headers: Headers, query = '') => getActs(new Request(`${ORIGIN}/api/acts${query}`, { headers }));
    expect((await acts(learner.headers)).status).toBe(403);
    expect((await acts(owner.headers, '?everything=1')).status).toBe(422);
    const file = await acts(owner.headers);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="acts.csv"');
  });

  test('a search needs no session, answers by query string, and refuses another shape', async () => {
    const search = async (query: string) => {
      const response = await getSearch(new Request(`${ORIGIN}/api/search${query}`));
      return { status: response.status, json: (await response.json()) as unknown };
    };
    const found = await search('?q=compiler');
    expect(found.status).toBe(200);
    expect(found.json).toMatchObject({
      query: 'compiler',
      groups: [{ kind: 'term', results: [{ target: { termId: 'compiler' } }] }, { kind: 'lesson' }],
    });
    expect(await search('')).toMatchObject({ status: 200, json: { query: '', groups: [] } });
    const long = await search(`?q=${'x'.repeat(101)}`);
    expect([long.status, codeOf(long.json)]).toEqual([422, 'invalid-query']);
    expect((await search('?q=a&limit=1000')).status).toBe(422);
  });

  test('a visitor becomes a guest, writes, hands in, and finds the same guest again', async () => {
    const first = await send(postGuest);
    expect(first.status).toBe(201);
    const headers = cookiesOf(first.response.headers.getSetCookie());
    const again = await send(postGuest, { headers });
    expect([again.status, again.json]).toEqual([200, first.json]);
    expect((await send(putRead, { headers, params: { lessonId: LESSON } })).json).toEqual({
      readAt: expect.any(Number),
    });
    const saved = await send(putDraft, {
      headers,
      params: { scenarioId: SCENARIO },
      body: { baseVersion: 0, handIn: handInOf('v1') },
    });
    expect(saved.json).toMatchObject({ draft: { version: 1 } });
    const stale = await send(putDraft, {
      headers,
      params: { scenarioId: SCENARIO },
      body: { baseVersion: 7, handIn: handInOf('v2') },
    });
    expect([stale.status, codeOf(stale.json)]).toEqual([409, 'stale-draft']);
    expect(stale.json).toMatchObject({ draft: { version: 1, handIn: { explanation: 'v1' } } });
    const handed = await send(postSubmission, { headers, body: submission, with: keyed() });
    expect([handed.status, handed.json]).toEqual([201, { submissionId: expect.any(String), number: 1 }]);
    expect((await send(putPreferences, { headers, body: { editor: 'plain' } })).json).toEqual({
      preferences: {
        editor: 'plain',
        predictions: 'ask',
        reminders: { dueSoon: true, overdue: true, digest: true },
        letters: { dueSoon: true, overdue: false, feedback: false, digest: false, desk: false, timeZone: null },
        sharing: 'undecided',
      },
    });
  });

  test('a quiz is opened and answered; the view fits its schema', async () => {
    const { headers } = await newGuest();
    const openedQuiz = await send(postQuiz, { headers, body: { lessonId: LESSON, items: 'all' } });
    const view = QuizViewSchema.parse(Object(openedQuiz.json).view);
    const answer = { itemId: FIRST_ITEM, response: { type: 'single-choice', chosen: 'sql' }, confidence: 'sure' };
    const answered = await send(postAnswer, { headers, params: { attemptId: view.attemptId }, body: answer });
    expect(QuizViewSchema.parse(Object(answered.json).view).answered).toHaveLength(1);
    const other = await newGuest();
    const foreign = await send(postAnswer, {
      headers: other.headers,
      params: { attemptId: view.attemptId },
      body: answer,
    });
    expect([foreign.status, codeOf(foreign.json)]).toEqual([404, 'unknown-attempt']);
  });

  test('a retried hand-in gets the same reply; a missing key, a reused key and a gap are refused', async () => {
    const { headers } = await newGuest();
    const extra = keyed();
    const [one, two] = [
      await send(postSubmission, { headers, body: submission, with: extra }),
      await send(postSubmission, { headers, body: submission, with: extra }),
    ];
    expect([two.status, two.json]).toEqual([one.status, one.json]);
    const reused = await send(postSubmission, {
      headers,
      body: { ...submission, handIn: handInOf('other') },
      with: extra,
    });
    expect([reused.status, codeOf(reused.json)]).toEqual([409, 'key-reused']);
    expect((await send(postSubmission, { headers, body: submission })).status).toBe(400);
    const gap = await send(postSubmission, {
      headers,
      body: { ...submission, handIn: { ...handInOf(), choices: {} } },
      with: keyed(),
    });
    expect([gap.status, codeOf(gap.json)]).toEqual([422, 'incomplete']);
    expect(JSON.stringify(gap.json)).toContain('no choice for HTTP API');
  });

  test('a body names the field that is wrong, NUL is refused, and __proto__ is left out', async () => {
    const { headers } = await newGuest();
    const params = { scenarioId: SCENARIO };
    const nul = await send(putDraft, {
      headers,
      params,
      body: { baseVersion: 0, handIn: { choices: {}, explanation: 'a\0b' } },
    });
    expect(nul.json).toMatchObject({ error: { code: 'invalid-body', path: 'handIn.explanation' } });
    const proto = await send(putDraft, {
      headers,
      params,
      body: '{"baseVersion":0,"handIn":{"choices":{"__proto__":"go"},"explanation":""}}',
    });
    // zod leaves the key out; nothing of it is stored, and no prototype is touched.
    expect(proto.json).toMatchObject({ draft: { handIn: { choices: {} } } });
    expect(JSON.stringify(proto.json)).not.toContain('"go"');
    expect(Object.getPrototypeOf(DraftSchema.parse(Object(proto.json).draft).handIn.choices)).toBe(Object.prototype);
    const address = await send(putDraft, {
      headers,
      params: { scenarioId: '../S01' },
      body: { baseVersion: 0, handIn: handInOf() },
    });
    expect([address.status, codeOf(address.json)]).toEqual([404, 'not-found']);
  });

  test('sign up, sign out, sign in, claim, and a password link for a learner', async () => {
    const email = `${randomUUID()}@example.org`;
    const up = await send(postSignUp, { body: { name: ' Ada ', email, password: PASSWORD } });
    expect([up.status, up.json]).toEqual([201, { learnerId: expect.any(String) }]);
    const taken = await send(postSignUp, { body: { name: 'Ada', email, password: PASSWORD } });
    expect([taken.status, codeOf(taken.json)]).toEqual([409, 'email-taken']);
    expect((await send(postSignIn, { body: { email, password: 'wrong password' } })).status).toBe(401);
    const signedIn = await send(postSignIn, { body: { email, password: PASSWORD } });
    // The token is for the cookie only; a script on the page must not get it.
    expect(signedIn.json).toEqual(up.json);
    const headers = cookiesOf(signedIn.response.headers.getSetCookie());

    const learner = await newAccount();
    const target = { learnerId: learner.actor.learnerId };
    const refused = await send(postResetLink, { headers, body: target });
    expect([refused.status, codeOf(refused.json)]).toEqual([403, 'forbidden']);
    const { token } = await makeLink('claim-instructor', null);
    const guest = await newGuest();
    expect((await send(postClaim, { headers: guest.headers, params: { token } })).status).toBe(403);
    expect((await send(postClaim, { headers, params: { token } })).json).toEqual({});
    expect((await send(postClaim, { headers, params: { token } })).status).toBe(410);
    const link = await send(postResetLink, { headers, body: target });
    const url = String(Object(link.json).url);
    expect(url.startsWith(`${ORIGIN}/reset/`)).toBe(true);
    const reset = { params: { token: url.split('/').at(-1) ?? '' }, body: { password: 'a new password' } };
    expect((await send(postReset, reset)).status).toBe(200);
    expect((await send(postReset, reset)).status).toBe(410);
    expect((await send(postReset, { ...reset, params: { token: 'never-made' } })).status).toBe(404);
  });

  test('an instructor’s refusals: an unknown learner, a guest, another instructor', async () => {
    const [instructor, guest, colleague] = [await newInstructor(), await newGuest(), await newInstructor()];
    const ask = (learnerId: string) => send(postResetLink, { headers: instructor.headers, body: { learnerId } });
    expect((await ask('no-such-learner')).status).toBe(404);
    expect((await ask(guest.actor.learnerId)).status).toBe(409);
    expect((await ask(colleague.actor.learnerId)).status).toBe(403);
  });

  test('too many tries for one account: 429 with the time to wait, whatever address they claim', async () => {
    const { email } = await newAccount();
    const statuses: number[] = [];
    for (let tries = 0; tries < 11; tries += 1) {
      const headers = new Headers({ 'x-forwarded-for': `10.0.0.${tries}` });
      const { status, response } = await send(postSignIn, { headers, body: { email, password: 'wrong password' } });
      statuses.push(status);
      if (status === 429) expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(600);
    }
    expect(statuses).toEqual([...Array(10).fill(401), 429]);
  });

  test('one person who writes without pause is slowed down, and nobody else', async () => {
    const [hasty, other] = [await newGuest(), await newGuest()];
    const once = (headers: Headers) => send(putPreferences, { headers, body: { editor: 'plain' } });
    let last = await once(hasty.headers);
    // On a busy machine the bucket fills up meanwhile: it takes more requests, and it still runs dry.
    for (let count = 1; count < 5 * RATES.small.perMinute && last.status === 200; count += 1)
      last = await once(hasty.headers);
    expect([last.status, codeOf(last.json)]).toEqual([429, 'too-many-requests']);
    expect(last.response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await once(other.headers)).status).toBe(200);
  });

  test('a failure of ours is a 500 with a number that is in the log, and no detail', async () => {
    const { headers } = await newGuest();
    await opened.db.schema.alterTable('preferences').renameTo('preferences_away').execute();
    const failed = await send(putPreferences, { headers, body: { editor: 'plain' } });
    await opened.db.schema.alterTable('preferences_away').renameTo('preferences').execute();
    expect([failed.status, codeOf(failed.json)]).toEqual([500, 'internal']);
    const id = failed.response.headers.get('x-request-id') ?? 'none';
    expect(expectConsoleError().join()).toContain(id);
    expect(JSON.stringify(failed.json)).toContain(id);
    expect(JSON.stringify(failed.json)).not.toMatch(/preferences|sql/i);
  });

  test('/livez answers without the database, /readyz reports it', async () => {
    expect(await getLive().json()).toEqual({ status: 'ok' });
    const ready = await getReady();
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ok', checks: { database: 'ok', migrations: 'ok', disk: 'ok', queue: 'ok' } },
    ]);
    await opened.db.schema.alterTable('cohorts').renameTo('cohorts_away').execute();
    const failing = await getReady();
    await opened.db.schema.alterTable('cohorts_away').renameTo('cohorts').execute();
    expect([failing.status, await failing.json()]).toMatchObject([
      503,
      { checks: { database: 'failed', migrations: 'ok' } },
    ]);
    expect(expectConsoleError().join()).toContain('readiness-check-failed');
  });

  test('cookies are Secure and prefixed behind https, plain on http', async () => {
    const cookieName = async (baseUrl: string) => {
      const context = await createAccounts({ opened, baseUrl, secret: 'x'.repeat(32) }).$context;
      return [context.authCookies.sessionToken.name, context.authCookies.sessionToken.attributes.secure];
    };
    expect(await cookieName('https://course.example.org')).toEqual(['__Host-defensible.session_token', true]);
    expect(await cookieName('http://192.168.0.7:3000')).toEqual(['defensible.session_token', false]);
  });
});

describe('who counts as our own page', () => {
  const from = (headers: Record<string, string>, baseUrl?: string, trustedProxies = 0) =>
    isSameOrigin(new Request('http://x/', { headers }), {
      baseUrl: baseUrl ? new URL(baseUrl) : undefined,
      trustedProxies,
    });

  test('with BASE_URL exactly that origin', () => {
    expect(from({ origin: 'https://c.example', host: 'internal:3000' }, 'https://c.example')).toBe(true);
    expect(from({ origin: 'http://c.example', host: 'c.example' }, 'https://c.example')).toBe(false);
    expect(from({ origin: 'https://c.example.evil', host: 'c.example.evil' }, 'https://c.example')).toBe(false);
  });

  test('without BASE_URL the name that the page was reached by', () => {
    expect(from({ origin: 'http://192.168.0.7:3000', host: '192.168.0.7:3000' })).toBe(true);
    expect(from({ origin: 'http://192.168.0.7:4000', host: '192.168.0.7:3000' })).toBe(false);
    expect(from({ origin: 'not an origin', host: 'a' })).toBe(false);
  });

  test('a forwarded host counts only from a trusted proxy', () => {
    const headers = { origin: 'https://c.example', host: 'internal:3000', 'x-forwarded-host': 'c.example' };
    expect([from(headers), from(headers, undefined, 1)]).toEqual([false, true]);
  });

  test('a program without cookies needs no origin; a browser without one must say same-origin', () => {
    expect(from({ host: 'a' })).toBe(true);
    expect(from({ host: 'a', cookie: 'x=1' })).toBe(false);
    expect(from({ host: 'a', cookie: 'x=1', 'sec-fetch-site': 'same-origin' })).toBe(true);
    expect(from({ host: 'a', origin: 'http://a', 'sec-fetch-site': 'none' })).toBe(false);
  });
});

describe('rates', () => {
  test('a bucket empties, says how long to wait and fills again with time', () => {
    const rate = { name: randomUUID(), perMinute: 60 };
    for (let count = 0; count < 60; count += 1) expect(takeToken(rate, 'a', 1_000)).toBeNull();
    expect(takeToken(rate, 'a', 1_000)).toBe(1);
    expect(takeToken(rate, 'a', 1_500)).toBe(0.5);
    expect(takeToken(rate, 'a', 2_000)).toBeNull();
    expect(takeToken(rate, 'b', 1_000)).toBeNull();
  });

  test('addresses are believed only from trusted proxies, from the right', () => {
    const headers = new Headers({ 'x-forwarded-for': 'forged, 203.0.113.9, 10.0.0.2' });
    expect([addressOf(headers, 0), addressOf(headers, 1), addressOf(headers, 2)]).toEqual([
      'all',
      '10.0.0.2',
      '203.0.113.9',
    ]);
    expect(addressOf(new Headers(), 2)).toBe('all');
  });
});
