import { beforeAll, describe, expect, test } from 'vitest';
import { loadCourse } from '@/course/load-course';
import { searchCourse } from '@/course/search/search-course';
import { searchDocuments } from '@/course/search/search-documents';
import type { Course } from '@/schemas/course';
import { leaksIn, type Secret, secretsOf } from './canaries';

let course: Course;
let secrets: Secret[];
beforeAll(async () => {
  course = (await loadCourse()).course;
  secrets = secretsOf(course);
});

/** A word that stands nowhere in the course. */
const PLANTED = 'quizzelbrock';

/** Every text inside a value, with the planted word behind it. */
function planted<Value>(value: Value): Value {
  const plant = (inner: unknown): unknown => {
    if (typeof inner === 'string') return `${inner} ${PLANTED}`;
    if (Array.isArray(inner)) return inner.map(plant);
    if (typeof inner !== 'object' || inner === null) return inner;
    return Object.fromEntries(Object.entries(inner).map(([key, part]) => [key, plant(part)]));
  };
  return plant(value) as Value;
}

const found = (searched: Course) => searchCourse(searched, PLANTED).groups.flatMap(({ results }) => results);

describe('what the search knows', () => {
  test('is none of the secrets of the course', () => {
    const known = searchDocuments(course).map((document) => JSON.stringify(document));
    expect(known.length).toBeGreaterThan(400);
    const leaks = leaksIn(known.join('\n'), secrets);
    expect(leaks.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
  });

  test('is nothing of a quiz: stems, options, keys, rationales', () => {
    const lessons = course.lessons.map((loaded) => ({ ...loaded, quiz: planted(loaded.quiz) }));
    expect(found({ ...course, lessons })).toEqual([]);
  });

  test('is nothing of an exercise: brief, answers, rubric, probes, samples', () => {
    const exercises = course.exercises.map(planted);
    expect(found({ ...course, exercises })).toEqual([]);
  });

  test('is every public part, so that the tests above could find the word', () => {
    const [lesson] = course.lessons;
    if (!lesson) throw new Error('the course has no lesson');
    const lessons = [{ ...lesson, sections: planted(lesson.sections) }, ...course.lessons.slice(1)];
    expect(found({ ...course, lessons }).length).toBeGreaterThan(0);
    const glossary = course.glossary.map((term) => ({ ...term, text: planted(term.text) }));
    expect(found({ ...course, glossary }).length).toBeGreaterThan(0);
    const cases = course.cases.map((entry) => ({ ...entry, decision: planted(entry.decision) }));
    expect(found({ ...course, cases }).length).toBeGreaterThan(0);
    const claims = course.claims.map((claim) => ({ ...claim, why: planted(claim.why) }));
    expect(found({ ...course, claims }).length).toBeGreaterThan(0);
  });
});

describe('where results lead', () => {
  test('sections, cards and terms that are there', () => {
    const lessonOf = new Map(course.lessons.map((loaded) => [loaded.lesson.id, loaded]));
    for (const { target } of searchDocuments(course)) {
      if (target.kind === 'lesson' && target.anchor !== null)
        expect(lessonOf.get(target.lessonId)?.sections.map(({ id }) => id)).toContain(target.anchor);
      if (target.kind === 'claim' && target.anchor !== null)
        expect(lessonOf.get(target.lessonId)?.mdx).toContain(`<Claim id="${target.claimId}"`);
      if (target.kind === 'term') expect(course.glossary.map(({ id }) => id)).toContain(target.termId);
    }
  });

  test.each([
    ['GOMEMLIMIT', 'term', 'GOMEMLIMIT'],
    ['borow cheker', 'term', 'borrow checker'],
    ['A-III-2', 'claim', 'Where milliseconds count'],
    ['pingora', 'case', 'Cloudflare Pingora'],
    ['a budget not a measurement', 'lesson', 'A budget, not a measurement'],
  ])('%s leads to the %s about it first', (query, kind, title) => {
    const [group] = searchCourse(course, query).groups;
    expect(group?.kind).toBe(kind);
    expect(group?.results[0]?.title).toContain(title);
  });
});
