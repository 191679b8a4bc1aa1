import { beforeAll, describe, expect, test } from 'vitest';
import type { Course, LessonSection } from '@/schemas/course';
import type { SearchAnswer, SearchKind } from '@/schemas/search';
import { FIXTURE_COURSE } from '@/tests/support/course-copy';
import { loadCourse } from '../load-course';
import { searchCourse } from './search-course';

let course: Course;
beforeAll(async () => {
  const { course: loaded } = await loadCourse(FIXTURE_COURSE);
  course = withSections(loaded, [
    { id: null, title: '', text: 'The page waits for SQL, not for the compiler.' },
    { id: 'the-collector', title: 'The collector', text: 'A garbage collector walks what is alive, by the megabyte.' },
    { id: 'good-goals', title: 'Good goals', text: 'Goals are written down before anybody measures.' },
    { id: 'in-go', title: 'In Go', text: 'The same in Go.' },
  ]);
});

const withSections = (base: Course, sections: readonly LessonSection[]): Course => ({
  ...base,
  lessons: base.lessons.map((loaded) => ({ ...loaded, sections })),
});

const titles = ({ groups }: SearchAnswer, kind?: SearchKind) =>
  groups.filter((group) => !kind || group.kind === kind).flatMap(({ results }) => results.map(({ title }) => title));
const targets = ({ groups }: SearchAnswer) => groups.flatMap(({ results }) => results.map(({ target }) => target));

describe('what is found', () => {
  test('a section of a lesson, by its anchor, with its lesson and module', () => {
    const [group] = searchCourse(course, 'garbage').groups;
    expect(group).toMatchObject({ kind: 'lesson', total: 1 });
    expect(group?.results[0]).toMatchObject({
      target: { kind: 'lesson', lessonId: 'one', anchor: 'the-collector' },
      title: 'The collector',
      place: 'Module 1 · The first lesson',
    });
    expect(group?.results[0]?.excerpt).toContainEqual({ text: 'garbage', isFound: true });
  });

  test('a lesson as a whole by its standfirst', () => {
    expect(targets(searchCourse(course, 'exists to be read by tests'))).toEqual([
      { kind: 'lesson', lessonId: 'one', anchor: null },
    ]);
  });

  test('a claim, at its card in the lesson that teaches it; one that no lesson teaches is left out', () => {
    expect(targets(searchCourse(course, 'A-X-1'))).toContainEqual({
      kind: 'claim',
      claimId: 'A-X-1',
      lessonId: 'one',
      anchor: 'claim-A-X-1',
    });
    expect(titles(searchCourse(course, 'small teams'), 'claim')).toEqual([]);
  });

  test('a case by its id and a term by another of its forms', () => {
    expect(targets(searchCourse(course, 'c01'))[0]).toEqual({ kind: 'case', caseId: 'C01' });
    expect(targets(searchCourse(course, 'compilers'))[0]).toEqual({ kind: 'term', termId: 'compiler' });
  });
});

describe('how words are read', () => {
  test('the beginning of a word is enough, from three letters on', () => {
    expect(titles(searchCourse(course, 'garb'))).toEqual(['The collector']);
    expect(titles(searchCourse(course, 'go'), 'lesson')).toEqual(['In Go']);
  });

  test('a slip is forgiven, but not where the word is found as it is written', () => {
    expect(titles(searchCourse(course, 'garbidge colector'))).toEqual(['The collector']);
    expect(titles(searchCourse(course, 'goals'))).toEqual(['Good goals']);
  });

  test('all words count; where nothing holds them all, some do, and the answer says so', () => {
    expect(searchCourse(course, 'garbage megabyte')).toMatchObject({ isLoose: false });
    const loose = searchCourse(course, 'garbage xylophone');
    expect([loose.isLoose, titles(loose)]).toEqual([true, ['The collector']]);
  });

  test.each(['', '   ', 'the of and', '“?!', 'xylophone', '\u{1F600}', '__proto__', 'constructor'])(
    '%j finds nothing and breaks nothing',
    (query) => {
      expect(searchCourse(course, query)).toEqual({ query, isLoose: false, groups: [] });
    },
  );
});

test('at most twenty are listed, eight of them sections, with the number that there are', () => {
  const sections = Array.from({ length: 30 }, (_, index) => ({
    id: `s-${index}`,
    title: `Section ${index}`,
    text: 'About compilers.',
  }));
  const [first, ...others] = searchCourse(withSections(course, sections), 'compiler').groups.toSorted(
    (one, other) => other.total - one.total,
  );
  expect([first?.kind, first?.total, first?.results.length]).toEqual(['lesson', 30, 8]);
  expect(others.every(({ results }) => results.length <= 4)).toBe(true);
});

test('a question of hundreds of words costs no more than one of eight', () => {
  const start = process.cpuUsage();
  for (let turn = 0; turn < 20; turn += 1) searchCourse(course, 'colector garbidge compilre '.repeat(200));
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1_000);
});
