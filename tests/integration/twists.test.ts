import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST } from '@/app/api/twists/[submissionId]/[n]/route';
import { ApiErrorSchema } from '@/schemas/api';
import type { Course } from '@/schemas/course';
import type { SubmissionId } from '@/schemas/ids';
import type { TwistPage } from '@/schemas/twist-view';
import type { Actor } from '@/server/actor';
import { inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { mergeLearner } from '@/server/merge-learner';
import { submitHandIn } from '@/server/submit-hand-in';
import { selectTwistEntries, selectTwistPage } from '@/server/twists/select-twists';
import { type RoundRequest, submitRound } from '@/server/twists/submit-round';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest } from '../support/people';

const REASON =
  'With forty services in the group somebody else has learnt the language, hence both answers hold for the API.';

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

/** The fixture course with the first twist's text changed. */
function withOtherFact(course: Course): Course {
  const exercises = course.exercises.map((exercise) => {
    const twist = { ...exercise.scenario.twist, change: 'A parent company runs forty Rust services and leaves.' };
    return { ...exercise, scenario: { ...exercise.scenario, twist } };
  });
  return { ...course, exercises };
}

describe.each(ENGINES)('twist rounds on %s', (engine) => {
  let opened: TestDatabase;
  let course: Course;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
  });
  beforeEach(async () => {
    course = await teach();
  });
  afterAll(() => opened.discard());

  async function handIn(actor: Actor): Promise<SubmissionId> {
    const handed = await submitHandIn(actor, {
      scenarioId: SCENARIO,
      handIn: handInOf(),
      idempotencyKey: randomUUID(),
    });
    return granted(handed).submissionId;
  }

  async function pageOf(actor: Actor, submissionId: SubmissionId, n = 1): Promise<TwistPage> {
    const page = await selectTwistPage(actor, submissionId, n, 'latest');
    if (!page) throw new Error(`round ${n} cannot be opened`);
    return page;
  }

  const requestOf = ({ submissionId, n, twistId, changeHash, before }: TwistPage, note = REASON): RoundRequest => ({
    submissionId,
    n,
    twistId,
    changeHash,
    answer: { ...before, note },
    idempotencyKey: randomUUID(),
  });

  test('the first round opens with a graded hand-in, the next after it; no fact is named before', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    const entries = await selectTwistEntries(actor, submissionId);
    expect(entries).toEqual([
      { status: 'ready', n: 1 },
      { status: 'locked', n: 2 },
    ]);
    expect(await selectTwistPage(actor, submissionId, 2, 'latest')).toBeNull();
    granted(await submitRound(actor, requestOf(await pageOf(actor, submissionId))));
    expect(await selectTwistEntries(actor, submissionId)).toEqual([
      { status: 'done', n: 1, best: 1, rounds: 1 },
      { status: 'ready', n: 2 },
    ]);
    expect((await pageOf(actor, submissionId, 2)).change).toBe('The launch moves to week six.');
  });

  test('a round that is locked is refused, and nothing is stored', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    const request = { ...requestOf(await pageOf(actor, submissionId)), n: 2 };
    expect(await submitRound(actor, request)).toEqual({ ok: false, reason: 'twist-locked' });
    expect((await pageOf(actor, submissionId)).rounds).toEqual([]);
  });

  test('what its author says comes with the handed-in round, and the rules never', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    const before = JSON.stringify(await pageOf(actor, submissionId));
    expect(before).not.toContain('Somebody else carries the learning.');
    granted(await submitRound(actor, requestOf(await pageOf(actor, submissionId))));
    const after = JSON.stringify(await pageOf(actor, submissionId));
    expect(after).toContain('Somebody else carries the learning.');
    const rules = course.exercises[0]?.twists?.twists[0];
    expect(rules?.reasons.length).toBeGreaterThan(0);
    for (const secret of [...(rules?.reasons ?? []).filter((text) => text !== REASON), ...(rules?.not_reasons ?? [])])
      expect(before + after).not.toContain(secret);
    for (const field of ['accept', 'expect', 'receipt', 'must-stay'])
      expect(before + after).not.toContain(`"${field}"`);
  });

  test('a retry under the same key gets the same answer, even after the fact was rewritten; other content is refused', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    const request = requestOf(await pageOf(actor, submissionId));
    const [one, two] = await Promise.all([submitRound(actor, request), submitRound(actor, request)]);
    await teach(withOtherFact(course));
    const three = await submitRound(actor, request);
    expect([one, two, three]).toEqual([1, 1, 1].map((number) => ({ ok: true, value: { number } })));
    expect(await submitRound(actor, { ...request, answer: { ...request.answer, note: 'Another note.' } })).toEqual({
      ok: false,
      reason: 'key-reused',
    });
  });

  test('a round may be done again: tries are numbered and the best counts', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    const page = await pageOf(actor, submissionId);
    granted(await submitRound(actor, requestOf(page)));
    const worse = requestOf(page, 'I would like to keep this as it is today.');
    expect(granted(await submitRound(actor, worse)).number).toBe(2);
    const [first] = await selectTwistEntries(actor, submissionId);
    expect(first).toEqual({ status: 'done', n: 1, best: 1, rounds: 2 });
    expect((await pageOf(actor, submissionId)).round?.number).toBe(2);
    expect((await selectTwistPage(actor, submissionId, 1, 1))?.round?.grade.overall).toBe(1);
    expect((await selectTwistPage(actor, submissionId, 1, 'again'))?.round).toBeNull();
  });

  test('a fact that was rewritten since is refused as expired, and an older round counts no more', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    const page = await pageOf(actor, submissionId);
    granted(await submitRound(actor, requestOf(page)));
    await teach(withOtherFact(course));
    expect(await submitRound(actor, requestOf(page))).toEqual({ ok: false, reason: 'twist-expired' });
    expect((await selectTwistEntries(actor, submissionId))[0]).toEqual({ status: 'ready', n: 1 });
    expect((await pageOf(actor, submissionId)).round?.after).toBeNull();
  });

  test('a fact that was taken out since is refused as expired', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    granted(await submitRound(actor, requestOf(await pageOf(actor, submissionId))));
    const second = await pageOf(actor, submissionId, 2);
    await teach({
      ...course,
      exercises: course.exercises.map((exercise) => ({
        ...exercise,
        scenario: { ...exercise.scenario, extra_twists: [] },
        twists: exercise.twists && { ...exercise.twists, twists: exercise.twists.twists.slice(0, 1) },
      })),
    });
    expect(await submitRound(actor, requestOf(second))).toEqual({ ok: false, reason: 'twist-expired' });
  });

  test('an exercise without rules has no rounds', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    await teach({ ...course, exercises: course.exercises.map((exercise) => ({ ...exercise, twists: null })) });
    expect(await selectTwistEntries(actor, submissionId)).toEqual([]);
    expect(await selectTwistPage(actor, submissionId, 1, 'latest')).toBeNull();
  });

  test('nobody reads or hands in a round of somebody else', async () => {
    const [owner, other] = [await newGuest(), await newGuest()];
    const submissionId = await handIn(owner.actor);
    const request = requestOf(await pageOf(owner.actor, submissionId));
    expect(await selectTwistEntries(other.actor, submissionId)).toEqual([]);
    expect(await selectTwistPage(other.actor, submissionId, 1, 'latest')).toBeNull();
    expect(await submitRound(other.actor, request)).toEqual({ ok: false, reason: 'unknown-submission' });
  });

  test("a guest's rounds move to the account, keys that both used included; deletion takes them along", async () => {
    const [guest, account] = [await newGuest(), await newAccount()];
    const key = randomUUID();
    const submissions: SubmissionId[] = [];
    for (const { actor } of [guest, account]) {
      const submissionId = await handIn(actor);
      submissions.push(submissionId);
      granted(await submitRound(actor, { ...requestOf(await pageOf(actor, submissionId)), idempotencyKey: key }));
    }
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    const [moved] = submissions;
    if (!moved) throw new Error('nothing was handed in');
    expect(await selectTwistEntries(account.actor, moved)).toMatchObject([{ n: 1, rounds: 2 }, { status: 'ready' }]);
    await inTransaction((tx) => deleteLearners(tx, [account.actor.learnerId, guest.actor.learnerId]));
    const left = await opened.db
      .selectFrom('twist_rounds')
      .select('id')
      .where('learnerId', '=', account.actor.learnerId)
      .execute();
    expect(left).toEqual([]);
  });

  test.each([
    ['no choice', { choices: {} }, 422, 'incomplete'],
    ['a component that is none', { choices: { 'http-api': 'go', cellar: 'rust' } }, 422, 'incomplete'],
    ['an empty note', { note: '  ' }, 422, 'invalid-body'],
    ['a note that is too long', { note: 'x'.repeat(2_001) }, 422, 'invalid-body'],
  ])('the handler refuses %s with a sentence', async (_name, part, status, code) => {
    const { actor, headers } = await newGuest();
    const submissionId = await handIn(actor);
    const { twistId, changeHash, answer } = requestOf(await pageOf(actor, submissionId));
    const sent = new Headers(headers);
    const usual = { host: 'course.test', origin: 'http://course.test', 'content-type': 'application/json' };
    for (const [name, value] of Object.entries({ ...usual, 'idempotency-key': randomUUID() })) sent.set(name, value);
    const body = JSON.stringify({ twistId, changeHash, answer: { ...answer, ...part } });
    const request = new Request('http://course.test/api', { method: 'POST', headers: sent, body });
    const response = await POST(request, { params: Promise.resolve({ submissionId, n: '1' }) });
    expect(response.status).toBe(status);
    expect(ApiErrorSchema.parse(await response.json()).error).toMatchObject({
      code,
      message: expect.stringMatching(/\.$/),
    });
  });
});
