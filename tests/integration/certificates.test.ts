import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST as postRevocation } from '@/app/api/certificates/[token]/revocation/route';
import { POST as postCertificate } from '@/app/api/certificates/route';
import { ApiErrorSchema } from '@/schemas/api';
import { CertificateTokenSchema } from '@/schemas/certificate';
import type { SubmissionId } from '@/schemas/ids';
import { issueCertificate, revokeCertificate, selectOwnCertificates } from '@/server/certificates/certificates';
import { selectGradedDrafts } from '@/server/certificates/graded-drafts';
import { selectCertificateStanding } from '@/server/certificates/standing';
import { verifyCertificate } from '@/server/certificates/verify';
import { inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { mergeLearner } from '@/server/merge-learner';
import { selectPanel } from '@/server/panel';
import { choosePath } from '@/server/path-choice';
import { answerPrediction } from '@/server/predictions/predictions';
import { markLessonRead } from '@/server/progress';
import { answerItem, openQuiz } from '@/server/quizzes';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, SECOND_ITEM, teach } from '../support/fixture';
import { newAccount, newGuest, type Person } from '../support/people';

const STRONG =
  "The launch date in fourteen weeks is fixed, and the team's skills are in Go, so that weighs more than runtime speed. SQL takes 70 of the 250 ms, which leaves 180 ms; processor time is not scarce here.";

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

async function handIn({ actor }: Person, text = STRONG): Promise<SubmissionId> {
  const request = { scenarioId: SCENARIO, handIn: handInOf(text), idempotencyKey: randomUUID() };
  return granted(await submitHandIn(actor, request)).submissionId;
}

async function readAndMaster({ actor }: Person): Promise<void> {
  granted(await markLessonRead(actor, LESSON));
  const { attemptId } = granted(await openQuiz(actor, LESSON, 'all'));
  const answers = [
    { itemId: FIRST_ITEM, response: { type: 'single-choice', chosen: 'sql' }, confidence: 'sure' },
    { itemId: SECOND_ITEM, response: { type: 'numeric', value: 180 }, confidence: 'sure' },
  ] as const;
  for (const answer of answers) granted(await answerItem(actor, attemptId, answer));
}

async function earn(person: Person): Promise<Person> {
  await readAndMaster(person);
  await handIn(person);
  return person;
}

const verify = (token: string) => verifyCertificate(token, new Headers());

function call(person: Person, body: object): Request {
  const headers = new Headers(person.headers);
  for (const [name, value] of Object.entries({
    host: 'course.test',
    origin: 'http://course.test',
    'content-type': 'application/json',
  }))
    headers.set(name, value);
  return new Request('http://course.test/api', { method: 'POST', headers, body: JSON.stringify(body) });
}

describe.each(ENGINES)('certificates on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
  });
  beforeEach(async () => {
    await teach();
  });
  afterAll(() => opened.discard());

  test('what is missing is listed, down to nothing, and only then is one issued', async () => {
    const visitor = await selectCertificateStanding(null);
    expect(visitor).toMatchObject({
      isEarned: false,
      way: { type: 'course', modules: 1 },
      capstone: { isPassed: false },
    });
    expect(visitor.missing.flatMap(({ steps }) => steps.map(({ type }) => type))).toEqual([
      'lesson',
      'quiz',
      'exercise',
    ]);
    const person = await newGuest();
    await readAndMaster(person);
    expect((await selectCertificateStanding(person.actor)).missing).toMatchObject([
      { title: 'The first module', steps: [{ type: 'exercise', scenarioId: SCENARIO }] },
    ]);
    expect(await issueCertificate(person.actor, 'Ada Example')).toEqual({ ok: false, reason: 'not-earned' });
    await handIn(person);
    expect(await selectCertificateStanding(person.actor)).toMatchObject({ isEarned: true, missing: [] });
    expect(granted(await issueCertificate(person.actor, 'Ada Example')).token).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a passed capstone whose grade is withheld earns nothing until it is shown', async () => {
    const person = await newGuest(true);
    await readAndMaster(person);
    const submissionId = await handIn(person);
    expect((await selectCertificateStanding(person.actor)).isEarned).toBe(false);
    expect(await issueCertificate(person.actor, 'Ada Example')).toMatchObject({ reason: 'not-earned' });
    granted(await answerPrediction(person.actor, submissionId, { type: 'skipped' }));
    expect((await selectCertificateStanding(person.actor)).isEarned).toBe(true);
  });

  test('a better draft that is still withheld is not on it', async () => {
    const person = await newGuest(true);
    await readAndMaster(person);
    granted(await answerPrediction(person.actor, await handIn(person), { type: 'skipped' }));
    await handIn(person);
    const { token } = granted(await issueCertificate(person.actor, 'Ada Example'));
    const [own] = await selectOwnCertificates(person.actor);
    expect(own).toMatchObject({ token, body: { demonstrated: [{ criteria: expect.any(Array) }] } });
    expect(await selectGradedDrafts(person.actor)).toMatchObject([{ number: 1 }]);
  });

  test('whoever has the link reads name, date and what was shown, and nothing else', async () => {
    const person = await earn(await newAccount());
    const { token } = granted(await issueCertificate(person.actor, 'Ada Example'));
    const read = await verify(token);
    expect(read).toEqual({
      status: 'valid',
      name: 'Ada Example',
      issuedAt: expect.any(Number),
      body: {
        version: 1,
        course: 'A tiny course',
        way: { type: 'course', modules: 1 },
        capstone: 'An invented API',
        lessonsRead: 1,
        quizzesMastered: 1,
        exercisesPassed: 1,
        demonstrated: [
          {
            module: 'The first module',
            exercise: 'An invented API',
            criteria: ['The fixed date decides', 'A sum shows what is scarce'],
          },
        ],
        unsure: expect.any(Number),
        graders: [expect.any(String)],
        rubrics: [expect.stringMatching(/^[0-9a-f]{16}$/)],
      },
    });
    const text = JSON.stringify(read);
    for (const secret of [person.email, person.actor.learnerId, SCENARIO, 'overall', 'hint', 'launch date'])
      expect(text).not.toContain(secret);
  });

  test('it is a copy: a later change of the course changes nothing on it', async () => {
    const course = await teach();
    const person = await earn(await newGuest());
    const { token } = granted(await issueCertificate(person.actor, 'Ada Example'));
    const before = await verify(token);
    await teach({ ...course, outline: { ...course.outline, title: 'Another title' } });
    expect(await verify(token)).toEqual(before);
  });

  test('asked again with the same name, also at once, there is one; in another name it is refused until revoked', async () => {
    const { actor } = await earn(await newGuest());
    const [one, two] = await Promise.all([issueCertificate(actor, 'Ada'), issueCertificate(actor, 'Ada')]);
    expect(granted(one)).toEqual(granted(two));
    expect(await issueCertificate(actor, 'Ada Example')).toEqual({ ok: false, reason: 'already-issued' });
    const first = granted(one).token;
    const { revokedAt } = granted(await revokeCertificate(actor, first));
    expect(granted(await revokeCertificate(actor, first)).revokedAt).toBe(revokedAt);
    const second = granted(await issueCertificate(actor, 'Ada Example')).token;
    expect(second).not.toBe(first);
    expect(await verify(first)).toEqual({ status: 'revoked', revokedAt });
    expect(await verify(second)).toMatchObject({ status: 'valid', name: 'Ada Example' });
    expect(await selectOwnCertificates(actor)).toMatchObject([
      { token: second, revokedAt: null },
      { token: first, revokedAt },
    ]);
  });

  test('nobody revokes or lists the certificate of somebody else', async () => {
    const [owner, other] = [await earn(await newGuest()), await newGuest()];
    const { token } = granted(await issueCertificate(owner.actor, 'Ada Example'));
    expect(await revokeCertificate(other.actor, token)).toEqual({ ok: false, reason: 'unknown-certificate' });
    expect(await selectOwnCertificates(other.actor)).toEqual([]);
    expect(await verify(token)).toMatchObject({ status: 'valid' });
  });

  test('it moves to the account that claims a guest, link and all, and is gone with its owner', async () => {
    const [guest, account] = [await earn(await newGuest()), await newAccount()];
    const { token } = granted(await issueCertificate(guest.actor, 'Ada Example'));
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    expect(await selectOwnCertificates(account.actor)).toMatchObject([{ token }]);
    expect(await verify(token)).toMatchObject({ status: 'valid' });
    await inTransaction((tx) => deleteLearners(tx, [account.actor.learnerId, guest.actor.learnerId]));
    expect(await verify(token)).toEqual({ status: 'unknown' });
  });

  test('a path names itself on it, and asks for the capstone even where it skips exercises', async () => {
    const course = await teach();
    const leader = course.paths.find(({ id }) => id === 'leader');
    const person = await newGuest();
    granted(await choosePath(person.actor, leader?.id ?? null));
    await readAndMaster(person);
    expect((await selectCertificateStanding(person.actor)).missing).toMatchObject([
      { steps: [{ type: 'exercise', scenarioId: SCENARIO }] },
    ]);
    await handIn(person);
    const { token } = granted(await issueCertificate(person.actor, 'Ada Example'));
    expect(await verify(token)).toMatchObject({
      body: { way: { type: 'path', title: 'Leader', modules: 1, ofModules: 2 } },
    });
  });

  test.each(['', 'no-such-token', '../etc', 'f'.repeat(32), 'F'.repeat(32), `${'f'.repeat(32)}\0`])(
    'the link %j is unknown',
    async (token) => {
      expect(await verify(token)).toEqual({ status: 'unknown' });
    },
  );

  test.each([
    ['no consent', { name: 'Ada Example' }, 422, 'invalid-body'],
    ['consent withheld', { name: 'Ada Example', mayBeRead: false }, 422, 'invalid-body'],
    ['an empty name', { name: '   ', mayBeRead: true }, 422, 'invalid-body'],
    ['a name of two lines', { name: 'Ada\nof the board', mayBeRead: true }, 422, 'invalid-body'],
    [
      'a name that turns the direction of what follows',
      { name: 'Ada \u202Eelpmaxe', mayBeRead: true },
      422,
      'invalid-body',
    ],
    ['nothing earned', { name: 'Ada Example', mayBeRead: true }, 409, 'not-earned'],
  ])('the handler refuses %s with a sentence', async (_name, body, status, code) => {
    const person = await newGuest();
    const response = await postCertificate(call(person, body), { params: Promise.resolve({}) });
    expect(response.status).toBe(status);
    expect(ApiErrorSchema.parse(await response.json()).error).toMatchObject({
      code,
      message: expect.stringMatching(/\.$/),
    });
  });

  test('the handlers issue and revoke', async () => {
    const person = await earn(await newGuest());
    const issued = await postCertificate(call(person, { name: ' Ada Example ', mayBeRead: true }), {
      params: Promise.resolve({}),
    });
    expect(issued.status).toBe(201);
    const token = CertificateTokenSchema.parse((await issued.json()).token);
    expect(await verify(token)).toMatchObject({ name: 'Ada Example' });
    const other = await newGuest();
    const params = Promise.resolve({ token });
    expect((await postRevocation(call(other, {}), { params })).status).toBe(404);
    expect((await postRevocation(call(person, {}), { params })).status).toBe(200);
    expect(await verify(token)).toMatchObject({ status: 'revoked' });
  });

  test('the panel speaks of the capstone’s grade, never of a withheld one, with one opening each', async () => {
    const person = await newGuest(true);
    const submissionId = await handIn(person, 'We like it.');
    const withheld = await selectResult(person.actor, submissionId);
    expect(withheld && (await selectPanel(withheld))).toBeNull();
    granted(await answerPrediction(person.actor, submissionId, { type: 'skipped' }));
    const shown = await selectResult(person.actor, submissionId);
    const report = shown && (await selectPanel(shown));
    expect(report).toMatchObject({ outcome: 'not-yet', reviews: [{ vote: 'not-yet' }, { vote: 'not-yet' }] });
    expect(JSON.stringify(report)).not.toMatch(/The date stands|Half of what|a figure here/);
  });
});
