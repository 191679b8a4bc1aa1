import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { GradeSchema } from '@/schemas/grade';
import { GRADING_TRIES, gradePending, oldestPendingAt } from '@/server/grading';
import { checkReadiness } from '@/server/readiness';
import { selectHandIns, selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach, withBrokenExercise } from '../support/fixture';
import { newGuest } from '../support/people';
import { expectConsoleError } from '../support/setup';

afterEach(() => {
  vi.useRealTimers();
});

describe.each(ENGINES)('grading on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
  });
  afterAll(() => opened.discard());

  /** Hands in while the exercise makes the grader throw, then mends the exercise. */
  async function handInUngraded() {
    const { actor } = await newGuest();
    const course = await teach();
    await teach(withBrokenExercise(course));
    const request = { scenarioId: SCENARIO, handIn: handInOf(), idempotencyKey: randomUUID() };
    const handed = await submitHandIn(actor, request);
    if (!handed.ok) throw new Error(handed.reason);
    expect(expectConsoleError().join()).toContain('grading-failed');
    await teach(course);
    return { actor, submissionId: handed.value.submissionId };
  }

  test('a hand-in that the grader cannot take is kept, and graded when its learner looks at it', async () => {
    const { actor, submissionId } = await handInUngraded();
    expect(await selectHandIns(actor, SCENARIO)).toMatchObject([{ overall: null, isPassed: false }]);
    const result = await selectResult(actor, submissionId);
    expect(result?.grade?.overall).toBeTypeOf('number');
    const rollup = await opened.db
      .selectFrom('learner_exercises')
      .selectAll()
      .where('learnerId', '=', actor.learnerId)
      .execute();
    expect(rollup).toMatchObject([{ handIns: 1, bestOverall: result?.grade?.overall }]);
    expect(await selectResult(actor, submissionId)).toEqual(result);
  });

  test('what waits is graded at the next start', async () => {
    const { actor } = await handInUngraded();
    expect(await oldestPendingAt()).not.toBeNull();
    expect(await gradePending()).toBe(1);
    expect(await oldestPendingAt()).toBeNull();
    expect((await selectHandIns(actor, SCENARIO))[0]?.overall).toBeTypeOf('number');
  });

  test('readiness grades what waits, names a queue that stays, and lets a hopeless hand-in go', async () => {
    expect(await checkReadiness()).toMatchObject({
      status: 'ok',
      checks: { database: 'ok', migrations: 'ok', disk: 'ok' },
    });
    const { submissionId } = await handInUngraded();
    expect(await checkReadiness()).toMatchObject({ status: 'ok', checks: { queue: 'ok' } });
    expect(await oldestPendingAt()).toBeNull();

    await opened.db.deleteFrom('grades').where('submissionId', '=', submissionId).execute();
    await opened.db.updateTable('submissions').set({ gradingTries: 0 }).where('id', '=', submissionId).execute();
    const course = await teach();
    await teach(withBrokenExercise(course));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    const waiting = await checkReadiness();
    expect(waiting.status).toBe('unavailable');
    expect(waiting.checks.queue).toMatch(/waited 36\d\d s/);
    for (let tries = 1; tries < GRADING_TRIES; tries += 1) await checkReadiness();
    expect((await checkReadiness()).status).toBe('ok');
    expect(expectConsoleError()).toHaveLength(GRADING_TRIES);
    await teach(course);
  });

  test('a grade keeps the rubric it was given by when the rubric changes afterwards', async () => {
    const { actor } = await newGuest();
    const course = await teach();
    const handed = await submitHandIn(actor, {
      scenarioId: SCENARIO,
      handIn: handInOf(),
      idempotencyKey: randomUUID(),
    });
    if (!handed.ok) throw new Error(handed.reason);
    const exercises = course.exercises.map((exercise) => ({
      ...exercise,
      rubricHash: 'another-hash',
      rubric: {
        ...exercise.rubric,
        criteria: exercise.rubric.criteria.map((line) => ({ ...line, title: 'Changed since' })),
      },
    }));
    await teach({ ...course, exercises });
    const result = await selectResult(actor, handed.value.submissionId);
    expect(result?.grade?.criteria.map((line) => line.title)).toEqual(
      course.exercises[0]?.rubric.criteria.map((line) => line.title),
    );
    await teach(course);
  });

  /** Hands in and gives back the ids of it. */
  async function handInGraded(explanation?: string) {
    const { actor } = await newGuest();
    await teach();
    const request = { scenarioId: SCENARIO, handIn: handInOf(explanation), idempotencyKey: randomUUID() };
    const handed = await submitHandIn(actor, request);
    if (!handed.ok) throw new Error(handed.reason);
    return { actor, submissionId: handed.value.submissionId };
  }

  test('a grade stored before feedback had types is shown with them', async () => {
    const { actor, submissionId } = await handInGraded('We should decide soon.');
    const now = await selectResult(actor, submissionId);
    const row = await opened.db.selectFrom('grades').selectAll().where('submissionId', '=', submissionId).execute();
    const { comments, ...stored } = GradeSchema.parse(JSON.parse(row[0]?.grade ?? ''));
    expect(comments?.map(({ type }) => type)).toContain('actionable');
    const criteria = stored.criteria.map(({ type: _type, ...criterion }) => criterion);
    const grade = JSON.stringify({ ...stored, criteria });
    await opened.db.updateTable('grades').set({ grade }).where('submissionId', '=', submissionId).execute();
    expect(await selectResult(actor, submissionId)).toEqual(now);
  });

  test('a criterion that is not met comes with what to read again, a met one without', async () => {
    const missed = await handInGraded('We should decide soon.');
    const [first, second] = (await selectResult(missed.actor, missed.submissionId))?.grade?.criteria ?? [];
    expect(first?.reread.map(({ title }) => title)).toEqual(['The first lesson', 'C01 An invented port']);
    expect(second?.reread).toEqual([]);
    const met = await handInGraded();
    expect((await selectResult(met.actor, met.submissionId))?.grade?.criteria[0]).toMatchObject({
      level: 'full',
      type: 'celebratory',
      reread: [],
    });
  });
});
