import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { POST as postHint } from '@/app/api/hints/route';
import { CriterionIdSchema } from '@/schemas/ids';
import type { Prediction } from '@/schemas/prediction';
import { selectComparison } from '@/server/comparison/comparison';
import { selectSinceLast } from '@/server/comparison/since-last';
import { inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { saveDraft } from '@/server/drafts';
import { countHintsBefore, openHint, selectHints } from '@/server/hints';
import { mergeLearner } from '@/server/merge-learner';
import { answerPrediction } from '@/server/predictions/predictions';
import { answerItem, openQuiz } from '@/server/quizzes';
import { selectRevision } from '@/server/revision';
import { selectSelfAssessment } from '@/server/self-assessment/self-assessment';
import { selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { FIRST_ITEM, handInOf, LESSON, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, type Person } from '../support/people';

const FIRST = CriterionIdSchema.parse('S01-1');
const WEAK = 'We take Go because everybody likes it.';
const reading = { scenarioId: SCENARIO, criterionId: FIRST, step: 'reading' } as const;
const asks = { ...reading, step: 'asks' } as const;

async function handIn({ actor }: Person, explanation: string) {
  const handed = await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: handInOf(explanation),
    idempotencyKey: randomUUID(),
  });
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

const strongText = async () => (await teach()).exercises[0]?.samples[0]?.handIn.explanation ?? '';

describe.each(ENGINES)('revising on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('an earlier draft may take the place of one that was handed in, and is offered beside a newer one', async () => {
    const [person, other] = [await newGuest(), await newGuest()];
    const first = await handIn(person, 'Draft one.');
    await saveDraft(person.actor, SCENARIO, 0, handInOf('Draft two.'));
    expect(await selectRevision(person.actor, SCENARIO, first)).toMatchObject({
      number: 1,
      handIn: handInOf('Draft one.'),
      isHandedIn: false,
    });
    await handIn(person, 'Draft two.');
    expect(await selectRevision(person.actor, SCENARIO, first)).toMatchObject({ isHandedIn: true });
    expect(await selectRevision(other.actor, SCENARIO, first)).toBeNull();
    expect(await selectRevision(person.actor, SCENARIO, 'no such id')).toBeNull();
  });

  test('two drafts are compared, the last two unless others are asked for', async () => {
    const person = await newGuest();
    const strong = await strongText();
    expect(await selectComparison(person.actor, SCENARIO, {})).toBeNull();
    await handIn(person, WEAK);
    expect(await selectComparison(person.actor, SCENARIO, {})).toBeNull();
    const second = await handIn(person, strong);
    await handIn(person, `${strong} Once more.`);
    const last = await selectComparison(person.actor, SCENARIO, {});
    expect([last?.before.summary.number, last?.after.summary.number]).toEqual([2, 3]);
    const asked = await selectComparison(person.actor, SCENARIO, { from: '2', to: '1' });
    expect([asked?.before.summary.number, asked?.after.summary.number]).toEqual([1, 2]);
    const odd = await selectComparison(person.actor, SCENARIO, { from: '3', to: '3' });
    expect([odd?.before.summary.number, odd?.after.summary.number]).toEqual([2, 3]);
    expect(asked?.changes?.criteria[0]).toMatchObject({ title: 'The fixed date decides', direction: 'rose' });
    const result = await selectResult(person.actor, second);
    expect(result && (await selectSinceLast(person.actor, result))).toEqual(asked?.changes);
    expect(await selectComparison((await newGuest()).actor, SCENARIO, {})).toBeNull();
  });

  test('a comparison shows no grade that waits for a prediction', async () => {
    const person = await newGuest(true);
    const first = await handIn(person, WEAK);
    await answerPrediction(person.actor, first, { type: 'skipped' });
    const second = await handIn(person, await strongText());
    const waiting = await selectComparison(person.actor, SCENARIO, {});
    expect(waiting).toMatchObject({ changes: null, after: { summary: { overall: null, isWithheld: true } } });
    const result = await selectResult(person.actor, second);
    expect(result && (await selectSinceLast(person.actor, result))).toBeNull();
  });

  test('a first hand-in opens questions; further steps come one by one, are noted once and told by the next result', async () => {
    const person = await newGuest(true);
    expect(await selectHints(person.actor, SCENARIO)).toEqual([]);
    const first = await handIn(person, WEAK);
    expect(await selectHints(person.actor, SCENARIO)).toEqual([]);
    await answerPrediction(person.actor, first, { type: 'skipped' });
    const [hint] = await selectHints(person.actor, SCENARIO);
    expect(hint).toMatchObject({ criterionId: FIRST, question: 'Which facts could nobody change?', reading: null });
    expect(hint?.next).toBe('reading');
    expect(JSON.stringify(hint)).not.toContain('Names the date');
    expect(await openHint(person.actor, asks)).toEqual({ ok: false, reason: 'not-open' });
    expect(await countHintsBefore(person.actor, first)).toBe(0);
    for (let time = 0; time < 2; time += 1)
      expect(await openHint(person.actor, reading)).toMatchObject({ ok: true, value: { next: null, asks: null } });
    const second = await handIn(person, `${WEAK} Again.`);
    expect(await countHintsBefore(person.actor, second)).toBe(1);
    expect(await countHintsBefore(person.actor, first)).toBe(0);
    expect(await openHint((await newGuest()).actor, reading)).toEqual({ ok: false, reason: 'unknown-hint' });
  });

  test('what a criterion asks comes only when the exercise is open, and only when asked for', async () => {
    const person = await newGuest();
    for (const number of [1, 2, 3]) await handIn(person, `${WEAK} ${number}.`);
    expect((await selectHints(person.actor, SCENARIO))[0]).toMatchObject({ asks: null, next: 'reading' });
    await openHint(person.actor, reading);
    expect((await selectHints(person.actor, SCENARIO))[0]).toMatchObject({ asks: null, next: 'asks' });
    const all = await openHint(person.actor, asks);
    expect(all).toMatchObject({ ok: true, value: { next: null, asks: expect.stringContaining('Names the date') } });
  });

  test('hints move with a guest into an account, and go with whoever is deleted', async () => {
    const [guest, account] = [await newGuest(), await newAccount()];
    for (const person of [guest, account]) {
      await handIn(person, WEAK);
      await openHint(person.actor, reading);
    }
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    const rows = () =>
      opened.db
        .selectFrom('hint_uses')
        .selectAll()
        .where('learnerId', 'in', [guest.actor.learnerId, account.actor.learnerId])
        .execute();
    expect(await rows()).toMatchObject([{ learnerId: account.actor.learnerId }]);
    const gone = await newGuest(true);
    const id = await handIn(gone, WEAK);
    await inTransaction((tx) => deleteLearners(tx, [gone.actor.learnerId]));
    expect(await opened.db.selectFrom('predictions').selectAll().where('submissionId', '=', id).execute()).toEqual([]);
  });

  test('over HTTP a hint that is not there, or not yet, is refused with a reason', async () => {
    const person = await newGuest();
    await handIn(person, WEAK);
    const post = async (body: unknown) => {
      const headers = new Headers(person.headers);
      headers.set('origin', 'http://course.test');
      headers.set('host', 'course.test');
      headers.set('content-type', 'application/json');
      const request = new Request('http://course.test/api', { method: 'POST', headers, body: JSON.stringify(body) });
      const reply = await postHint(request, { params: Promise.resolve({}) });
      return { status: reply.status, text: await reply.text() };
    };
    expect(await post({ ...reading, criterionId: 'S01-9' })).toMatchObject({ status: 404 });
    expect(await post(asks)).toMatchObject({ status: 409 });
    expect((await post(reading)).text).toContain('"reading":[');
  });

  test('a person sees how often their own words were right, for grades and for quizzes, and nobody else’s', async () => {
    const [person, other] = [await newGuest(true), await newGuest(true)];
    const id = await handIn(person, WEAK);
    const predicted: Prediction = [
      { id: FIRST, level: 'none', certainty: 'sure' },
      { id: CriterionIdSchema.parse('S01-2'), level: 'full', certainty: 'guess' },
    ];
    expect((await selectSelfAssessment(person.actor)).grades.n).toBe(0);
    await answerPrediction(person.actor, id, { type: 'predicted', criteria: predicted });
    const quiz = await openQuiz(person.actor, LESSON, 'all');
    if (!quiz.ok) throw new Error(quiz.reason);
    const response = { type: 'single-choice', chosen: 'sql' } as const;
    await answerItem(person.actor, quiz.value.attemptId, { itemId: FIRST_ITEM, response, confidence: 'sure' });
    const { grades, quizzes } = await selectSelfAssessment(person.actor);
    expect(grades).toMatchObject({
      right: 1,
      n: 2,
      drafts: [{ key: { number: 1, submissionId: id }, right: 1, n: 2 }],
    });
    expect(grades.brier).toBeCloseTo((0.015 + 2 / 3) / 2, 12);
    expect(quizzes.map(({ certainty, right, n }) => [certainty, right, n])).toEqual([
      ['sure', 1, 1],
      ['think-so', 0, 0],
      ['guess', 0, 0],
    ]);
    expect((await selectSelfAssessment(other.actor)).grades.n).toBe(0);
  });
});
