import { expect, test } from 'vitest';
import { CaseSchema } from '@/schemas/case';
import type { Course } from '@/schemas/course';
import { RereadSchema } from '@/schemas/reread';
import { FIXTURE_COURSE } from '@/tests/support/course-copy';
import { loadCourse } from './load-course';
import { rereadLinks } from './reread-links';

const { course } = await loadCourse(FIXTURE_COURSE);

/** The fixture course with other things to reread for S01-1, and C02 to C04, which no lesson shows. */
function withReread(entry: object): Course {
  const reread = RereadSchema.parse({ scenario: 'S01', criteria: [{ id: 'S01-1', ...entry }] });
  const aCase = (id: string, title: string, text: string, reading = 'seen') =>
    CaseSchema.parse({ ...course.cases[0], id, title, readings: [reading], sections: [{ heading: 'Source', text }] });
  const cases = [
    ...course.cases,
    aCase(
      'C02',
      'Invented proxy: C to Rust',
      'https://example.org/a (address not opened); https://example.org/b, later.',
    ),
    aCase('C03', 'Invented store', 'https://example.org/c', 'second-hand'),
    aCase('C04', 'Invented queue', 'An author’s talk.'),
  ];
  return { ...course, cases, exercises: course.exercises.map((exercise) => ({ ...exercise, reread })) };
}

test('a claim leads to its card in the lesson that teaches it, and one without a lesson is left out', () => {
  expect(rereadLinks(course, 'S01', 'S01-1')).toEqual([
    { kind: 'lesson', title: 'The first lesson', lessonId: 'one', anchor: 'claim-A-X-1' },
    { kind: 'case', title: 'C01 An invented port', lessonId: 'one', anchor: 'case-C01' },
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

test('a case that no lesson shows leads to a page that was read, goes by its name, and is left out without one', () => {
  expect(rereadLinks(withReread({ cases: ['C02', 'C03'] }), 'S01', 'S01-1')).toEqual([
    { kind: 'source', title: 'C02 Invented proxy', url: 'https://example.org/b' },
  ]);
  expect(rereadLinks(withReread({ cases: ['C04'] }), 'S01', 'S01-1')).toEqual([]);
});

test('nothing is offered for what the author has named nothing for', () => {
  expect(rereadLinks(course, 'S01', 'S01-9')).toEqual([]);
  expect(rereadLinks(course, 'S99', 'S99-1')).toEqual([]);
});
