import { expect, test } from 'vitest';
import { GradeSchema } from '@/schemas/grade';
import { PartialHandInSchema } from '@/schemas/scenario';
import { FIXTURE_EXERCISE } from '@/tests/support/graded-exercise';
import { unjudgedGrade } from './unjudged-grade';

test('an unread text earns nothing, says so on every criterion and asks for a person; picks count', () => {
  const handIn = PartialHandInSchema.parse({ choices: { 'http-api': 'go' }, boundary: 'none', explanation: 'Go.' });
  const grade = GradeSchema.parse(unjudgedGrade(FIXTURE_EXERCISE, handIn));
  expect(grade).toMatchObject({ explanation: { points: 0, max: 20 }, overall: 0.2, needsReview: true });
  expect(grade.choices).toEqual({ 'http-api': { credit: 1, verdict: 'defensible' } });
  expect(grade.criteria.map(({ judged }) => judged)).toEqual(FIXTURE_EXERCISE.rubric.criteria.map(() => false));
  expect(grade.receipt).toMatchObject({ rubric: 'fixture', engine: 'none' });
});
