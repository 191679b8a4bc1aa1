import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUT as putPrediction } from '@/app/api/submissions/[submissionId]/prediction/route';
import { CriterionIdSchema, SubmissionIdSchema } from '@/schemas/ids';
import type { Prediction } from '@/schemas/prediction';
import type { HandIn } from '@/schemas/scenario';
import { selectStaffResult } from '@/server/instructor';
import { mergeLearner } from '@/server/merge-learner';
import { answerPrediction, selectPrediction, selectPredictionAsk } from '@/server/predictions/predictions';
import { savePreferences } from '@/server/preferences';
import { selectProgress } from '@/server/progress';
import { selectHandIns, selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, type Person } from '../support/people';

const predicted: Prediction = [
  { id: CriterionIdSchema.parse('S01-1'), level: 'full', certainty: 'sure' },
  { id: CriterionIdSchema.parse('S01-2'), level: 'none', certainty: 'guess' },
];

async function handIn({ actor }: Person, text?: string) {
  const handed = await submitHandIn(actor, {
    scenarioId: SCENARIO,
    handIn: handInOf(text),
    idempotencyKey: randomUUID(),
  });
  if (!handed.ok) throw new Error(handed.reason);
  return handed.value.submissionId;
}

/** A record that passes the fixture exercise. */
async function strongRecord(): Promise<HandIn> {
  const strong = (await teach()).exercises[0]?.samples[0]?.handIn;
  if (!strong) throw new Error('the fixture exercise has no sample');
  return strong;
}

describe.each(ENGINES)('a prediction on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('until it is made or skipped, nothing of the grade is read by its learner', async () => {
    const person = await newGuest(true);
    const id = await handIn(person);
    const result = await selectResult(person.actor, id);
    expect(result).toMatchObject({ grade: null, opinion: null, opened: null, isPassed: false });
    expect(result?.handIns).toMatchObject([{ overall: null, isPassed: false, isWithheld: true }]);
    expect(JSON.stringify(result)).not.toMatch(/needsReview|evidence|credit/);
    expect(await selectHandIns(person.actor, SCENARIO)).toMatchObject([{ overall: null, isPassed: false }]);
    const { exercises } = await selectProgress(person.actor);
    expect(exercises.find(({ scenarioId }) => scenarioId === SCENARIO)).toMatchObject({
      handIns: 1,
      bestOverall: null,
      isPassed: false,
    });
    const ask = await selectPredictionAsk(person.actor, id);
    expect(ask?.criteria.map(({ title }) => title)).toEqual(['The fixed date decides', 'A sum shows what is scarce']);
    expect(JSON.stringify(ask)).not.toMatch(/hint|asks|concepts/);
    expect(await answerPrediction(person.actor, id, { type: 'skipped' })).toEqual({ ok: true, value: 'skipped' });
    expect((await selectResult(person.actor, id))?.grade?.overall).toBeTypeOf('number');
    expect((await selectHandIns(person.actor, SCENARIO))[0]?.overall).toBeTypeOf('number');
    expect(await selectPredictionAsk(person.actor, id)).toBeNull();
  });

  test('a passed draft whose grade is withheld opens nothing on the page of an earlier one', async () => {
    const person = await newGuest(true);
    const first = await handIn(person, 'One line.');
    await answerPrediction(person.actor, first, { type: 'skipped' });
    await handIn(person, (await strongRecord()).explanation);
    const earlier = await selectResult(person.actor, first);
    expect(earlier?.grade?.overall).toBeTypeOf('number');
    expect(earlier?.handIns[1]).toMatchObject({ overall: null, isPassed: false });
    expect(earlier?.opened).toBeNull();
    await savePreferences(person.actor, { predictions: 'never' });
    expect((await selectResult(person.actor, first))?.opened).not.toBeNull();
  });

  test('is kept as it was made: a retry is the same answer, another one comes too late', async () => {
    const person = await newGuest(true);
    const id = await handIn(person);
    const answer = { type: 'predicted', criteria: predicted } as const;
    const again = { type: 'predicted', criteria: predicted.toReversed() } as const;
    expect(await answerPrediction(person.actor, id, answer)).toEqual({ ok: true, value: 'predicted' });
    expect(await answerPrediction(person.actor, id, again)).toEqual({ ok: true, value: 'predicted' });
    const other = predicted.map((one) => ({ ...one, level: 'half' as const }));
    for (const late of [{ type: 'predicted', criteria: other } as const, { type: 'skipped' } as const])
      expect(await answerPrediction(person.actor, id, late)).toEqual({ ok: false, reason: 'already-answered' });
    expect(await selectPrediction(person.actor, id)).toEqual(predicted);
  });

  test('must name every criterion, belongs to its learner, and is asked for only where it was', async () => {
    const [person, other, unasked] = [await newGuest(true), await newGuest(true), await newGuest()];
    const id = await handIn(person);
    const part = { type: 'predicted', criteria: predicted.slice(0, 1) } as const;
    expect(await answerPrediction(person.actor, id, part)).toEqual({ ok: false, reason: 'incomplete' });
    expect(await answerPrediction(other.actor, id, { type: 'skipped' })).toEqual({
      ok: false,
      reason: 'unknown-submission',
    });
    expect(await selectPredictionAsk(other.actor, id)).toBeNull();
    expect((await selectResult(person.actor, id))?.grade).toBeNull();
    const open = await handIn(unasked);
    expect(await answerPrediction(unasked.actor, open, { type: 'skipped' })).toEqual({
      ok: false,
      reason: 'not-asked',
    });
    expect((await selectResult(unasked.actor, open))?.grade?.overall).toBeTypeOf('number');
  });

  test('who never wants to be asked sees what was waiting, and every later result at once', async () => {
    const person = await newGuest(true);
    const waiting = await handIn(person);
    await savePreferences(person.actor, { predictions: 'never' });
    expect((await selectResult(person.actor, waiting))?.grade?.overall).toBeTypeOf('number');
    const later = await handIn(person, 'Another record for the same brief.');
    expect((await selectResult(person.actor, later))?.grade?.overall).toBeTypeOf('number');
  });

  test('staff see the grade at once, and a guest takes the question along into an account', async () => {
    const [guest, account, teacher] = [await newGuest(true), await newAccount(), await newInstructor()];
    const id = await handIn(guest);
    await mergeLearner(guest.actor.learnerId, account.actor.learnerId);
    expect((await selectStaffResult(teacher.actor, id))?.grade?.overall).toBeTypeOf('number');
    expect((await selectResult(account.actor, id))?.grade).toBeNull();
    await answerPrediction(account.actor, id, { type: 'predicted', criteria: predicted });
    expect((await selectResult(account.actor, id))?.grade?.overall).toBeTypeOf('number');
  });

  test('over HTTP each refusal has its code', async () => {
    const person = await newGuest(true);
    const id = await handIn(person);
    const put = async (submissionId: string, body: unknown) => {
      const headers = new Headers(person.headers);
      headers.set('origin', 'http://course.test');
      headers.set('host', 'course.test');
      headers.set('content-type', 'application/json');
      const request = new Request('http://course.test/api', { method: 'PUT', headers, body: JSON.stringify(body) });
      const reply = await putPrediction(request, { params: Promise.resolve({ submissionId }) });
      return { status: reply.status, text: await reply.text() };
    };
    expect(await put(SubmissionIdSchema.parse('no-such-submission'), { type: 'skipped' })).toMatchObject({
      status: 404,
    });
    expect(await put(id, { type: 'predicted', criteria: predicted.slice(1) })).toMatchObject({ status: 422 });
    expect(await put(id, { type: 'predicted', criteria: predicted })).toEqual({
      status: 200,
      text: '{"type":"predicted"}',
    });
    const late = await put(id, { type: 'skipped' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('already-answered');
  });
});
