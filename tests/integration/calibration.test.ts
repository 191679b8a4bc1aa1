import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PUT } from '@/app/api/instructor/calibration-rounds/[roundId]/marks/[position]/route';
import { type CalibrationRoundId, MarkAnswerBodySchema } from '@/schemas/calibration-round';
import { markAnswer, selectRound } from '@/server/calibration/mark-round';
import { selectRounds, startRound } from '@/server/calibration/rounds';
import { database, inTransaction } from '@/server/db/database';
import { deleteLearners } from '@/server/delete-learners';
import { Forbidden } from '@/server/forbidden';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newCohort, newGuest, newInstructor, newStaff, type Person } from '../support/people';

const TEXT = 'We take Go because everybody likes it.';

async function learnerWithin(cohortId: string): Promise<Person> {
  const person = await newGuest();
  const { learnerId } = person.actor;
  const enrolment = { learnerId, cohortId, role: 'learner', status: 'active', enrolledAt: 1 };
  await database().insertInto('enrolments').values(enrolment).execute();
  await submitHandIn(person.actor, { scenarioId: SCENARIO, handIn: handInOf(TEXT), idempotencyKey: randomUUID() });
  return person;
}

async function taskOf(by: Person, id: CalibrationRoundId) {
  const view = await selectRound(by.actor, id);
  if (view?.status !== 'marking') throw new Error('nothing to mark');
  return view.task;
}

/** Marks every answer that is left, all levels half; answers with how many there were. */
async function markAll(by: Person, id: CalibrationRoundId): Promise<number> {
  for (let count = 0; ; count += 1) {
    const view = await selectRound(by.actor, id);
    if (view?.status !== 'marking') return count;
    const levels = MarkAnswerBodySchema.shape.levels.parse(
      Object.fromEntries(view.task.criteria.map((one) => [one.id, 'half'])),
    );
    expect(await markAnswer(by.actor, id, view.task.position, levels)).toMatchObject({ ok: true });
  }
}

describe.each(ENGINES)('marking blind on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    await teach();
  });
  afterAll(() => opened.discard());

  test('a round can be left, resumed and finished; grades stay, views are recorded, and the marks stand', async () => {
    const cohort = await newCohort();
    const learner = await learnerWithin(cohort);
    const by = await newStaff(cohort, 'instructor');
    const before = await database().selectFrom('grades').selectAll().execute();
    const id = await startRound(by.actor, null);
    expect(await startRound(by.actor, null)).toBe(id);
    const task = JSON.stringify(await taskOf(by, id));
    for (const secret of ['concepts', 'machine', 'confidence', learner.actor.learnerId, learner.actor.name])
      expect(task).not.toContain(secret);
    const count = await markAll(by, id);
    expect(count).toBeGreaterThan(0);
    const view = await selectRound(by.actor, id);
    expect(view).toMatchObject({ status: 'finished', gone: 0 });
    expect(await selectRounds(by.actor)).toMatchObject([{ id, marked: count, total: count }]);
    expect(await database().selectFrom('grades').selectAll().execute()).toEqual(before);
    const acts = await database()
      .selectFrom('audit_entries')
      .selectAll()
      .where('actorId', '=', by.actor.learnerId)
      .execute();
    expect(acts.map(({ act, subjectId }) => [act, subjectId])).toEqual([['text.viewed', learner.actor.learnerId]]);
    expect(await startRound(by.actor, null)).not.toBe(id);
  }, 60_000);

  test('an answer is marked whole and once; a retry is taken, another level is not', async () => {
    const cohort = await newCohort();
    await learnerWithin(cohort);
    const by = await newStaff(cohort, 'instructor');
    const id = await startRound(by.actor, cohort);
    const { position, criteria } = await taskOf(by, id);
    const all = (level: string) =>
      MarkAnswerBodySchema.shape.levels.parse(Object.fromEntries(criteria.map((one) => [one.id, level])));
    expect(await markAnswer(by.actor, id, position, {})).toEqual({ ok: false, reason: 'not-whole' });
    expect(await markAnswer(by.actor, id, position, all('full'))).toMatchObject({ ok: true });
    expect(await markAnswer(by.actor, id, position, all('full'))).toMatchObject({ ok: true });
    expect(await markAnswer(by.actor, id, position, all('none'))).toEqual({ ok: false, reason: 'already-marked' });
    expect(await markAnswer(by.actor, id, 9, all('none'))).toEqual({ ok: false, reason: 'unknown-round' });
  }, 60_000);

  test('a draft whose learner has left is passed over', async () => {
    const cohort = await newCohort();
    const learner = await learnerWithin(cohort);
    const by = await newStaff(cohort, 'instructor');
    const id = await startRound(by.actor, cohort);
    await markAll(by, id);
    await inTransaction((tx) => deleteLearners(tx, [learner.actor.learnerId]));
    expect(await selectRound(by.actor, id)).toMatchObject({ status: 'finished', gone: 1 });
    expect(JSON.stringify(await database().selectFrom('calibration_marks').selectAll().execute())).not.toContain(TEXT);
    await inTransaction((tx) => deleteLearners(tx, [by.actor.learnerId]));
    expect(await database().selectFrom('calibration_rounds').where('id', '=', id).selectAll().execute()).toEqual([]);
  }, 60_000);

  test('another instructor does not know the round, neither by function nor by address', async () => {
    const cohort = await newCohort();
    await learnerWithin(cohort);
    const [by, other] = [await newStaff(cohort, 'instructor'), await newStaff(cohort, 'instructor')];
    const id = await startRound(by.actor, cohort);
    expect(await selectRound(other.actor, id)).toBeNull();
    const headers = new Headers(other.headers);
    headers.set('content-type', 'application/json');
    headers.set('host', 'course.test');
    headers.set('origin', 'http://course.test');
    const request = new Request(`http://course.test/api/instructor/calibration-rounds/${id}/marks/0`, {
      method: 'PUT',
      headers,
      body: JSON.stringify({ levels: { 'S01-1': 'full' } }),
    });
    const response = await PUT(request, { params: Promise.resolve({ roundId: id, position: '0' }) });
    expect(response.status).toBe(404);
  });

  test.each([
    ['owner', 'allowed'],
    ['instructor', 'allowed'],
    ['instructor of another cohort', 'refused'],
    ['reviewer', 'refused'],
    ['lead', 'refused'],
    ['learner', 'refused'],
    ['guest', 'refused'],
  ] as const)('%s: drawing from the cohort is %s', async (who, expected) => {
    const [cohort, other] = [await newCohort(), await newCohort()];
    const people = {
      owner: newInstructor,
      instructor: () => newStaff(cohort, 'instructor'),
      'instructor of another cohort': () => newStaff(other, 'instructor'),
      reviewer: () => newStaff(cohort, 'reviewer'),
      lead: () => newStaff(cohort, 'lead'),
      learner: () => newAccount(),
      guest: () => newGuest(),
    };
    const { actor } = await people[who]();
    const outcome = startRound(actor, cohort).then(
      () => 'allowed',
      (error: unknown) => (error instanceof Forbidden ? 'refused' : Promise.reject(error)),
    );
    expect(await outcome).toBe(expected);
    if (cohortless(who)) await expect(selectRounds(actor)).rejects.toThrow(Forbidden);
  });
});

const cohortless = (who: string) => ['reviewer', 'lead', 'learner', 'guest'].includes(who);
