import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstVariant } from '@/course/choose-variant';
import { selectExercise } from '@/course/select';
import type { Course, Exercise } from '@/schemas/course';
import { VariantsSchema } from '@/schemas/variant';
import { selectExerciseNow, selectFigures } from '@/server/attempts/select-figures';
import { startOver } from '@/server/attempts/start-over';
import { saveDraft, selectDraft } from '@/server/drafts';
import { selectStaffResult } from '@/server/instructor';
import { selectProgress } from '@/server/progress';
import { selectHandIns, selectResult } from '@/server/submissions';
import { submitHandIn } from '@/server/submit-hand-in';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { handInOf, SCENARIO, teach } from '../support/fixture';
import { newAccount, newGuest, newInstructor, type Person, withSeed } from '../support/people';

const variants = VariantsSchema.parse({
  scenario: 'S01',
  figures: [
    { id: 'peak', base: 120, values: [160, 90] },
    { id: 'limit', base: 250, values: [300, 220], unit: 'ms' },
    { id: 'sql', base: 70, values: [85, 55], unit: 'ms' },
  ],
  worked_numbers: [{ formula: 'limit - sql' }],
});
const PEAKS = ['120', '160', '90'];

/** A seed by which somebody's first attempt has a variant. */
function seedFor(variant: number): number {
  for (let seed = 1; ; seed += 1) if (firstVariant(seed, SCENARIO, 3) === variant) return seed;
}

describe.each(ENGINES)('figures by attempt on %s', (engine) => {
  let opened: TestDatabase;
  let course: Course;
  let exercise: Exercise;
  const teachWith = (given: Exercise['variants']) =>
    teach({ ...course, exercises: course.exercises.map((entry) => ({ ...entry, variants: given })) });
  beforeAll(async () => {
    opened = await freshDatabase(engine);
    course = await teach();
    exercise = selectExercise(await teachWith(variants), SCENARIO);
  });
  afterAll(() => opened.discard());

  const now = (person: Person) => selectExerciseNow(person.actor, exercise, undefined);
  const peakOf = async (person: Person) => /Peak is (\d+)/.exec((await now(person)).exercise.scenario.brief)?.[1];
  async function handIn(person: Person, text: string, attempt?: number) {
    const request = { scenarioId: SCENARIO, handIn: handInOf(text), idempotencyKey: randomUUID(), attempt };
    const handed = await submitHandIn(person.actor, request);
    if (!handed.ok) throw new Error(handed.reason);
    return handed.value;
  }
  const attemptsOf = (person: Person) =>
    opened.db
      .selectFrom('attempts')
      .select(['number', 'variant'])
      .where('learnerId', '=', person.actor.learnerId)
      .orderBy('number')
      .execute();
  const conflictsOf = (person: Person) =>
    opened.db.selectFrom('draft_conflicts').select('handIn').where('learnerId', '=', person.actor.learnerId).execute();

  test('what a visitor reads by their seed is what the guest that they become is graded by', async () => {
    for (const variant of [0, 1, 2]) {
      const seed = seedFor(variant);
      const seen = await selectExerciseNow(null, exercise, String(seed));
      expect(seen.exercise.scenario.brief).toContain(`Peak is ${PEAKS[variant]} `);
      const guest = await newGuest(false, withSeed(seed));
      expect(await peakOf(guest)).toBe(PEAKS[variant]);
      const { submissionId } = await handIn(guest, `The peak is ${PEAKS[variant]} rps.`);
      const graded = await opened.db
        .selectFrom('grades')
        .select(['grade', 'rubricHash'])
        .where('submissionId', '=', submissionId)
        .executeTakeFirstOrThrow();
      expect(JSON.parse(graded.grade).receipt.variant).toBe(variant || undefined);
      expect(graded.rubricHash === exercise.rubricHash).toBe(variant === 0);
    }
  });

  test('a draft fixes the figures: another number of variants changes nothing', async () => {
    const guest = await newGuest(false, withSeed(seedFor(1)));
    await saveDraft(guest.actor, SCENARIO, 0, handInOf('Begun.'), 1);
    expect(await attemptsOf(guest)).toEqual([{ number: 1, variant: 1 }]);
    await opened.db.updateTable('learners').set({ studySeed: 0 }).where('id', '=', guest.actor.learnerId).execute();
    expect(await peakOf(guest)).toBe('160');
  });

  test('a draft from before there were variants keeps the figures of the files', async () => {
    const guest = await newGuest(false, withSeed(seedFor(2)));
    await opened.db
      .insertInto('drafts')
      .values({
        learnerId: guest.actor.learnerId,
        scenarioId: SCENARIO,
        version: 1,
        handIn: '{"choices":{},"explanation":"Old."}',
        savedAt: 1,
      })
      .execute();
    expect(await peakOf(guest)).toBe('120');
    await saveDraft(guest.actor, SCENARIO, 1, handInOf('Newer.'));
    expect(await attemptsOf(guest)).toEqual([{ number: 1, variant: 0 }]);
  });

  test('starting over gives other figures, keeps the text and the old results, and once however often it is asked', async () => {
    const guest = await newGuest(false, withSeed(seedFor(1)));
    await saveDraft(guest.actor, SCENARIO, 0, handInOf('My old words.'), 1);
    expect(await startOver(guest.actor, SCENARIO, 1)).toEqual({ ok: false, reason: 'nothing-handed-in' });
    const first = await handIn(guest, 'My old words.', 1);
    const [one, two] = await Promise.all([startOver(guest.actor, SCENARIO, 1), startOver(guest.actor, SCENARIO, 1)]);
    expect([one, two].map((started) => started.ok && started.value.attempt)).toEqual([2, 2]);
    const attempts = await attemptsOf(guest);
    expect(attempts).toHaveLength(2);
    expect(attempts[1]?.variant).not.toBe(1);
    expect(await peakOf(guest)).toBe(PEAKS[attempts[1]?.variant ?? 1]);
    expect(await selectDraft(guest.actor, SCENARIO)).toMatchObject({ version: 2, handIn: { explanation: '' } });
    expect((await conflictsOf(guest)).map(({ handIn }) => JSON.parse(handIn).explanation)).toEqual(['My old words.']);
    expect(await selectFigures(guest.actor, first.submissionId)).toMatchObject({
      attempt: 1,
      isClosed: true,
      isReplaced: false,
    });
    expect((await selectFigures(guest.actor, first.submissionId))?.scenario?.brief).toContain('Peak is 160');
    const second = await handIn(guest, 'My new words.', 2);
    expect((await selectHandIns(guest.actor, SCENARIO)).map(({ number }) => number)).toEqual([1, 2]);
    expect(second.number).toBe(2);
    expect((await selectResult(guest.actor, first.submissionId))?.handIn.explanation).toBe('My old words.');
    expect(await startOver(guest.actor, SCENARIO, 1)).toEqual({ ok: false, reason: 'attempt-closed' });
  });

  test('a tab that still shows the closed attempt saves and hands in nothing, and loses nothing', async () => {
    const guest = await newGuest(false, withSeed(seedFor(0)));
    await handIn(guest, 'First.', 1);
    await startOver(guest.actor, SCENARIO, 1);
    const draft = await selectDraft(guest.actor, SCENARIO);
    expect(await saveDraft(guest.actor, SCENARIO, draft?.version ?? 0, handInOf('Late words.'), 1)).toEqual({
      ok: false,
      reason: 'attempt-closed',
    });
    const request = {
      scenarioId: SCENARIO,
      handIn: handInOf('Late record.'),
      idempotencyKey: randomUUID(),
      attempt: 1,
    };
    expect(await submitHandIn(guest.actor, request)).toEqual({ ok: false, reason: 'attempt-closed' });
    const kept = (await conflictsOf(guest)).map(({ handIn }) => JSON.parse(handIn).explanation);
    expect(kept).toEqual(expect.arrayContaining(['Late words.', 'Late record.']));
    expect((await selectDraft(guest.actor, SCENARIO))?.handIn.explanation).toBe('');
  });

  test('the best attempt counts, and the exercise opens over all of them', async () => {
    const guest = await newGuest(false, withSeed(seedFor(0)));
    await handIn(guest, 'First.', 1);
    const before = await opened.db
      .selectFrom('learner_exercises')
      .select('bestOverall')
      .where('learnerId', '=', guest.actor.learnerId)
      .executeTakeFirstOrThrow();
    await startOver(guest.actor, SCENARIO, 1);
    await handIn(guest, 'x', 2);
    const third = await handIn(guest, 'y', 2);
    const after = await opened.db
      .selectFrom('learner_exercises')
      .select('bestOverall')
      .where('learnerId', '=', guest.actor.learnerId)
      .executeTakeFirstOrThrow();
    expect(after.bestOverall).toBe(before.bestOverall);
    expect((await selectResult(guest.actor, third.submissionId))?.opened).not.toBeNull();
    expect((await selectProgress(guest.actor)).exercises.some(({ scenarioId }) => scenarioId === SCENARIO)).toBe(true);
  });

  test('an instructor reads the brief that the learner had', async () => {
    const guest = await newGuest(false, withSeed(seedFor(2)));
    const { submissionId } = await handIn(guest, 'A record.');
    const staff = await newInstructor();
    expect((await selectStaffResult(staff.actor, submissionId))?.brief).toContain('Peak is 90');
    expect(await selectFigures(staff.actor, submissionId)).toBeNull();
  });

  test('figures that the content lost: the grade stays, and the work goes on with those of the files', async () => {
    const guest = await newGuest(false, withSeed(seedFor(2)));
    const { submissionId } = await handIn(guest, 'About a peak of 90.');
    const before = (await selectResult(guest.actor, submissionId))?.grade;
    await teachWith(null);
    const plain = { ...exercise, variants: null };
    expect(await selectExerciseNow(guest.actor, plain, undefined)).toMatchObject({
      isReplaced: true,
      hasOthers: false,
    });
    expect(await selectFigures(guest.actor, submissionId)).toMatchObject({ isReplaced: true, scenario: null });
    expect((await selectResult(guest.actor, submissionId))?.grade).toEqual(before);
    expect((await handIn(guest, 'Goes on.', 1)).number).toBe(2);
    expect(await startOver(guest.actor, SCENARIO, 1)).toEqual({ ok: false, reason: 'no-variants' });
    await teachWith(variants);
  });

  test('a guest with the figures of the account: one attempt; with others: two, and the newer draft goes on', async () => {
    const same = await newGuest(false, withSeed(seedFor(1)));
    await handIn(same, 'As a guest.');
    const account = await newAccount(same.headers);
    expect(await attemptsOf(account)).toEqual([{ number: 1, variant: 1 }]);
    const other = await newGuest(false, withSeed(seedFor(2)));
    await handIn(other, 'With other figures.');
    await saveDraft(other.actor, SCENARIO, 0, handInOf('Newest.'), 1);
    const { mergeLearner } = await import('@/server/merge-learner');
    await mergeLearner(other.actor.learnerId, account.actor.learnerId);
    expect(await attemptsOf(account)).toEqual([
      { number: 1, variant: 1 },
      { number: 2, variant: 2 },
    ]);
    expect(await peakOf(account)).toBe('90');
    expect((await selectHandIns(account.actor, SCENARIO)).map(({ number }) => number)).toEqual([1, 2]);
  });
});
