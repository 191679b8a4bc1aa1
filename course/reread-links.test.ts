import { expect, test } from 'vitest';
import { CaseSchema } from '@/schemas/case';
import type { Course } from '@/schemas/course';
import { RereadSchema } from '@/schemas/reread';
import { FIXTURE_COURSE } from '@/tests/support/course-copy';
import { loadCourse } from './load-course';
import { rereadLinks } from './reread-links';

const { course } = await loadCourse(FIXTURE_COURSE);

/** The fixture course with other things to reread for S01-1, and C02, which no lesson shows and nobody has read. */
function withReread(entry: object): Course {
  const reread = RereadSchema.parse({ scenario: 'S01', criteria: [{ id: 'S01-1', ...entry }] });
  const unread = { ...course.cases[0], id: 'C02', title: 'Invented proxy: C to Rust', readings: ['second-hand'] };
  const cases = [...course.cases, CaseSchema.parse(unread)];
  return { ...course, cases, exercises: course.exercises.map((exercise) => ({ ...exercise, reread })) };
}

test('a claim leads to its card in the lesson that teaches it, and one without a lesson is left out', () => {
  expect(rereadLinks(course, 'S01', 'S01-1')).toEqual([
    { kind: 'lesson', title: 'The first lesson', lessonId: 'one', anchor: 'claim-A-X-1' },
    { kind: 'case', title: 'C01 An invented port', caseId: 'C01' },
  ]);
  expect(rereadLinks(course, 'S01', 'S01-2')).toEqual([]);
});

test('a lesson is offered once, at the first claim of it', () => {
  const links = rereadLinks(withReread({ claims: ['A-X-1'], lessons: ['one'] }), 'S01', 'S01-1');
  expect(links).toEqual([{ kind: 'lesson', title: 'The first lesson', lessonId: 'one', anchor: 'claim-A-X-1' }]);
});

test('a lesson without the card of its claim is linked as a whole', () => {
  const lessons = course.lessons.map((loaded) => ({ ...loaded, mdx: 'It refers to A-X-1 in words.' }));
  const links = rereadLinks({ ...withReread({ claims: ['A-X-1'] }), lessons }, 'S01', 'S01-1');
  expect(links).toEqual([{ kind: 'lesson', title: 'The first lesson', lessonId: 'one', anchor: null }]);
});

test('a case leads to its page, whether a lesson shows it or not, and goes by its name without the decision', () => {
  expect(rereadLinks(withReread({ cases: ['C02', 'C77'] }), 'S01', 'S01-1')).toEqual([
    { kind: 'case', title: 'C02 Invented proxy', caseId: 'C02' },
  ]);
});

test('nothing is offered for what the author has named nothing for', () => {
  expect(rereadLinks(course, 'S01', 'S01-9')).toEqual([]);
  expect(rereadLinks(course, 'S99', 'S99-1')).toEqual([]);
});
