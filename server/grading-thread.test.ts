import { expect, test } from 'vitest';
import { gradeHandIn } from '@/grader/grade-hand-in';
import { HandInSchema } from '@/schemas/scenario';
import { FIXTURE_EXERCISE } from '@/tests/support/graded-exercise';
import { expectConsoleError } from '@/tests/support/setup';
import { gradeInThread } from './grading-thread';

const handInOf = (explanation: string) =>
  HandInSchema.parse({ choices: { 'http-api': 'go' }, boundary: 'none', explanation });
const record = handInOf('We keep Go: four of six people know it, and the launch date in fourteen weeks cannot move.');

test('the thread gives the grade that the grader gives, to many at once as to one', async () => {
  const expected = JSON.stringify(gradeHandIn(FIXTURE_EXERCISE, record));
  const grades = await Promise.all([1, 2, 3].map(() => gradeInThread(FIXTURE_EXERCISE, record)));
  expect(grades.map((grade) => JSON.stringify(grade))).toEqual([expected, expected, expected]);
}, 60_000);

test('a text that takes too long is not judged, goes to a person, and the next one is graded again', async () => {
  const long = handInOf('Four of six people know Go, and 180 ms are left. '.repeat(400));
  const [late, next] = await Promise.all([
    gradeInThread(FIXTURE_EXERCISE, long, 1),
    gradeInThread(FIXTURE_EXERCISE, record),
  ]);
  expect(late.needsReview).toBe(true);
  expect(late.criteria.every(({ judged, points }) => judged === false && points === 0)).toBe(true);
  expect(late.receipt.engine).toBe('none');
  expect(next).toEqual(gradeHandIn(FIXTURE_EXERCISE, record));
  expect(expectConsoleError().join()).toContain('grading-took-too-long');
}, 60_000);

test('what the grader throws arrives here, and the thread goes on', async () => {
  const broken = { ...FIXTURE_EXERCISE, rubric: Object({ scenario: 'S01' }) };
  await expect(gradeInThread(broken, record)).rejects.toThrow();
  expect((await gradeInThread(FIXTURE_EXERCISE, record)).receipt.engine).toBe('local');
}, 60_000);
