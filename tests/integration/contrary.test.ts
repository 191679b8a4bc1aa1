import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { POST } from '@/app/api/contrary/[submissionId]/route';
import { ApiErrorSchema } from '@/schemas/api';
import type { Course } from '@/schemas/course';
import type { SubmissionId } from '@/schemas/ids';
import type { ContraryPage } from '@/schemas/rebuttal';
import type { Actor } from '@/server/actor';
import { openContrary } from '@/server/contrary/open-contrary';
import { selectContraryEntry, selectContraryPage } from '@/server/contrary/select-contrary';
import { type RebuttalRequest, submitRebuttal } from '@/server/contrary/submit-rebuttal';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { mergeLearner } from '@/server/merge-learner';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest } from '../support/people';

const REPLY =
  'Checks that are written once are attractive, I admit. But the server has to check all 120 requests a second again anyway, because a browser cannot be trusted. If the web team co-owned the API, your side would win.';

function granted<Value>(outcome: { ok: true; value: Value } | { ok: false; reason: string }): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

/** The fixture course with the text of every case changed. */
function withOtherText(course: Course): Course {
  const exercises = course.exercises.map((exercise) => {
    if (!exercise.contrary) return exercise;
    const cases = exercise.contrary.cases.map((one) => ({ ...one, case: `${one.case} And there is more.` }));
    return { ...exercise, contrary: { ...exercise.contrary, cases } };
  });
  return { ...course, exercises };
}

describe.each(ENGINES)('the other side on %s', (engine) => {
  let opened: TestDatabase;
  let course: Course;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
  });
  beforeEach(async () => {
    course = await teach();
  });
  afterAll(() => opened.discard());

  async function handIn(actor: Actor, explanation?: string): Promise<SubmissionId> {
    const handed = await submitHandIn(actor, {
      scenarioId: SCENARIO,
      handIn: handInOf(explanation),
      idempotencyKey: randomUUID(),
    });
    return granted(handed).submissionId;
  }

  async function openedPage(actor: Actor, submissionId: SubmissionId): Promise<ContraryPage> {
    granted(await openContrary(actor, submissionId));
    const page = await selectContraryPage(actor, submissionId, 'latest');
    if (!page) throw new Error('the other side cannot be read');
    return page;
  }

  const requestOf = ({ submissionId, caseId, caseHash }: ContraryPage, reply = REPLY): RebuttalRequest => ({
    submissionId,
    caseId,
    caseHash,
    reply,
    idempotencyKey: randomUUID(),
  });

  test('nothing of a case is served before it was asked for; asking is recorded once', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    expect(await selectContraryEntry(actor, submissionId)).toEqual({ status: 'ready' });
    expect(await selectContraryPage(actor, submissionId, 'latest')).toBeNull();
    const [one, two] = await Promise.all([openContrary(actor, submissionId), openContrary(actor, submissionId)]);
    expect([one, two]).toEqual([1, 2].map(() => ({ ok: true, value: { caseId: 'S01-C2' } })));
    const rows = await database().selectFrom('contrary_openings').selectAll().execute();
    expect(rows.filter((row) => row.submissionId === submissionId)).toHaveLength(1);
    expect(await selectContraryEntry(actor, submissionId)).toEqual({ status: 'opened' });
  });

  test('only the text is served; statements never, and when it holds not before the exercise is open', async () => {
    const { actor } = await newGuest();
    const submissionId = await handIn(actor);
    const page = await openedPage(actor, submissionId);
    const before = JSON.stringify(page);
    granted(await submitRebuttal(actor, requestOf(page)));
    const shut = await selectContraryPage(actor, submissionId, 'latest');
    expect(shut?.rebuttal?.holdsIf).toBeNull();
    expect(shut?.rebuttal?.answeredPoint).toBe('Checks are written once and cannot differ.');
    for (const number of [2, 3]) await handIn(actor, `A draft with the number ${number}.`);
    const open = await selectContraryPage(actor, submissionId, 'latest');
    expect(open?.rebuttal?.holdsIf).toBe('the web team co-owns the API');
    const served = before + JSON.stringify([shut, open]);
    const cases = course.exercises[0]?.contrary?.cases ?? [];
    const secrets = cases.flatMap(({ strong_points, conditions, dismissals }) => [
      ...strong_points.flatMap(({ statements }) => statements),
      ...conditions,
      ...dismissals,
    ]);
    expect(secrets.length).toBeGreaterThan(20);
    for (const secret of secrets) expect(served).not.toContain(secret);
    expect(served).not.toContain(cases[0]?.case ?? 'missing');
    for (const field of ['receipt', 'statements', 'dismissals']) expect(served).not.toContain(`"${field}"`);
  });

  test('a grade that is held back holds the other side back too', async () => {
    const { actor } = await newGuest(true);
    const submissionId = await handIn(actor);
    expect(await selectContraryEntry(actor, submissionId)).toBeNull();
    expect(await openContrary(actor, submissionId)).toEqual({ ok: false, reason: 'unknown-submission' });
  });

  test('a reply is graded on its three parts, and may be given again', async () => {
    const { actor } = await newGuest();
    const page = await openedPage(actor, await handIn(actor));
    expect(granted(await submitRebuttal(actor, requestOf(page))).number).toBe(1);
    expect(granted(await submitRebuttal(actor, requestOf(page, 'I disagree with that.'))).number).toBe(2);
    const best = await selectContraryPage(actor, page.submissionId, 1);
    expect(best?.rebuttal?.grade).toMatchObject({ standing: 'engaged', overall: 1 });
    const latest = await selectContraryPage(actor, page.submissionId, 'latest');
    expect(latest?.rebuttal).toMatchObject({ number: 2, grade: { standing: 'dismissed', overall: 0 } });
    expect(await selectContraryEntry(actor, page.submissionId)).toEqual({ status: 'answered', best: 1, replies: 2 });
    expect((await selectContraryPage(actor, page.submissionId, 'again'))?.rebuttal).toBeNull();
  });

  test('a retry under the same key gets the same answer, even after the case was rewritten; other content is refused', async () => {
    const { actor } = await newGuest();
    const page = await openedPage(actor, await handIn(actor));
    const request = requestOf(page);
    const [one, two] = await Promise.all([submitRebuttal(actor, request), submitRebuttal(actor, request)]);
    await teach(withOtherText(course));
    const three = await submitRebuttal(actor, request);
    expect([one, two, three]).toEqual([1, 1, 1].map((number) => ({ ok: true, value: { number } })));
    expect(await submitRebuttal(actor, { ...request, reply: 'Another one.' })).toEqual({
      ok: false,
      reason: 'key-reused',
    });
    expect(await submitRebuttal(actor, requestOf(page))).toEqual({ ok: false, reason: 'case-expired' });
    expect((await selectContraryPage(actor, page.submissionId, 'latest'))?.rebuttal?.isOlderText).toBe(true);
  });

  test('nobody reads, opens or answers for somebody else, and nothing is answered that was not opened', async () => {
    const [owner, other] = [await newGuest(), await newGuest()];
    const submissionId = await handIn(owner.actor);
    expect(await openContrary(other.actor, submissionId)).toEqual({ ok: false, reason: 'unknown-submission' });
    const early = { submissionId, caseId: 'S01-C2', caseHash: 'x', reply: REPLY, idempotencyKey: randomUUID() };
    expect(await submitRebuttal(owner.actor, early)).toEqual({ ok: false, reason: 'not-opened' });
    const page = await openedPage(owner.actor, submissionId);
    expect(await selectContraryEntry(other.actor, submissionId)).toBeNull();
    expect(await selectContraryPage(other.actor, submissionId, 'latest')).toBeNull();
    expect(await submitRebuttal(other.actor, requestOf(page))).toEqual({ ok: false, reason: 'unknown-submission' });
  });

  test('replies follow a guest into an account, keys of both kept apart, and go with deleted people', async () => {
    const [guest, account] = [await newGuest(), await newAccount()];
    const own = await openedPage(account.actor, await handIn(account.actor));
    const theirs = await openedPage(guest.actor, await handIn(guest.actor));
    const idempotencyKey = randomUUID();
    granted(await submitRebuttal(account.actor, { ...requestOf(own), idempotencyKey }));
    granted(await submitRebuttal(guest.actor, { ...requestOf(theirs), idempotencyKey }));
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    expect((await selectContraryPage(account.actor, theirs.submissionId, 'latest'))?.replies).toHaveLength(1);
    expect((await selectContraryPage(account.actor, own.submissionId, 'latest'))?.replies).toHaveLength(1);
    await inTransaction((tx) => deleteLearners(tx, [account.actor.learnerId, guest.actor.learnerId]));
    for (const table of ['rebuttals', 'contrary_openings'] as const)
      expect(
        await database().selectFrom(table).selectAll().where('learnerId', '=', account.actor.learnerId).execute(),
      ).toEqual([]);
  });

  test('the handler says what is wrong with a reply', async () => {
    const { actor, headers } = await newGuest();
    const page = await openedPage(actor, await handIn(actor));
    const sent = new Headers(headers);
    const usual = { host: 'course.test', origin: 'http://course.test', 'content-type': 'application/json' };
    const send = (body: object) => {
      for (const [name, value] of Object.entries({ ...usual, 'idempotency-key': randomUUID() })) sent.set(name, value);
      return POST(
        new Request('http://course.test/api', { method: 'POST', headers: sent, body: JSON.stringify(body) }),
        {
          params: Promise.resolve({ submissionId: page.submissionId }),
        },
      );
    };
    const { caseId, caseHash } = page;
    const empty = await send({ caseId, caseHash, reply: '  ' });
    expect(empty.status).toBe(422);
    expect(ApiErrorSchema.parse(await empty.json()).error.message).toContain('reply');
    expect((await send({ caseId, caseHash: 'older', reply: REPLY })).status).toBe(409);
    expect((await send({ caseId, caseHash, reply: REPLY })).status).toBe(201);
  });
});
