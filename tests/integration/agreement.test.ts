import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Course } from '@/schemas/course';
import { selectSampleAgreement } from '@/server/sample-agreement';
import { ENGINES, freshDatabase, type TestDatabase } from '../support/databases';
import { SCENARIO, teach, UNKNOWN_SCENARIO, withBrokenExercise } from '../support/fixture';
import { newAccount, newGuest, newInstructor } from '../support/people';
import { expectConsoleError } from '../support/setup';

/** The fixture course with its one sample `count` times over, as content of its own. */
async function courseWith(count: number): Promise<Course> {
  const course = await teach();
  const exercises = course.exercises.map((exercise) => {
    const samples = Array.from({ length: count }, () => exercise.samples).flat();
    return { ...exercise, samples };
  });
  return { ...course, exercises, contentHash: `${count} samples` };
}

describe.each(ENGINES)('how far the grader agrees with samples, asked on %s', (engine) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(engine);
  });
  afterAll(() => opened.discard());

  test('is told to instructors and to nobody else', async () => {
    for (const { actor } of [await newGuest(), await newAccount()])
      await expect(selectSampleAgreement(actor, SCENARIO)).rejects.toThrow('not allowed');
  });

  test('is measured once for one content, and again for another', async () => {
    const { actor } = await newInstructor();
    await teach(await courseWith(8));
    const first = await selectSampleAgreement(actor, SCENARIO);
    expect(first).toMatchObject({ exercise: 'S01', samples: 8, criteria: 16 });
    expect(await selectSampleAgreement(actor, SCENARIO)).toBe(first);
    await teach(await courseWith(9));
    expect(await selectSampleAgreement(actor, SCENARIO)).toMatchObject({ samples: 9 });
  });

  test('is null with fewer than eight samples, and for an exercise that is not there', async () => {
    const { actor } = await newInstructor();
    await teach(await courseWith(7));
    expect(await selectSampleAgreement(actor, SCENARIO)).toBeNull();
    expect(await selectSampleAgreement(actor, UNKNOWN_SCENARIO)).toBeNull();
  });

  test('is null where a sample cannot be graded, and the fault is logged', async () => {
    const { actor } = await newInstructor();
    const course = await courseWith(8);
    await teach({ ...withBrokenExercise(course), contentHash: 'broken' });
    expect(await selectSampleAgreement(actor, SCENARIO)).toBeNull();
    expect(expectConsoleError().join()).toContain('agreement-failed');
  });
});
