import { expect, test } from 'vitest';
import { CaseSchema } from '@/schemas/case';
import { FIXTURE_COURSE } from '@/tests/support/course-copy';
import { selectCaseContext } from './case-context';
import { loadCourse } from './load-course';

const { course } = await loadCourse(FIXTURE_COURSE);
const first = CaseSchema.parse(course.cases[0]);
const second = CaseSchema.parse({ ...first, id: 'C02' });
const two = { ...course, cases: [first, second] };

test('a case knows the lessons that lean on it, and whether its card stands there', () => {
  const named = two.lessons.map((loaded) => ({
    ...loaded,
    mdx: '<Case id="C02" />',
    lesson: { ...loaded.lesson, cases: [first.id] },
  }));
  const lesson = { id: 'one', title: 'The first lesson', reviewedOn: named[0]?.lesson.reviewedOn };
  expect(selectCaseContext({ ...two, lessons: named }, first).lessons).toEqual([{ ...lesson, showsCard: false }]);
  expect(selectCaseContext({ ...two, lessons: named }, second).lessons).toEqual([{ ...lesson, showsCard: true }]);
  expect(selectCaseContext({ ...two, lessons: [] }, first).lessons).toEqual([]);
});

test('neighbours are those of the library, and there is none beyond either end', () => {
  expect(selectCaseContext(two, first)).toMatchObject({ previous: null, next: { id: 'C02' } });
  expect(selectCaseContext(two, second)).toMatchObject({ previous: { id: 'C01' }, next: null });
});
