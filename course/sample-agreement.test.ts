import { expect, test } from 'vitest';
import type { Exercise } from '@/schemas/course';
import { FIXTURE_COURSE } from '@/tests/support/course-copy';
import { loadCourse } from './load-course';
import { measureExercise, measureExerciseInTurns } from './sample-agreement';

/** The fixture's one sample eight times over. */
async function eightSamples(): Promise<Exercise> {
  const [exercise] = (await loadCourse(FIXTURE_COURSE)).course.exercises;
  const [sample] = exercise?.samples ?? [];
  if (!exercise || !sample) throw new Error('the fixture course has no sample');
  return { ...exercise, samples: Array.from({ length: 8 }, () => sample) };
}

test('measuring in turns gives the same figures, and lets others have a turn before each sample', async () => {
  const exercise = await eightSamples();
  let [turns, isDone] = [0, false];
  const others = () => {
    turns += 1;
    if (!isDone) setImmediate(others);
  };
  setImmediate(others);
  const measured = await measureExerciseInTurns(exercise);
  isDone = true;
  expect(measured).toEqual(measureExercise(exercise));
  expect(measured).toMatchObject({ exercise: 'S01', samples: 8, criteria: 16 });
  expect(turns).toBeGreaterThanOrEqual(8);
});
