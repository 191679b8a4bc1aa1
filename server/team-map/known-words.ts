import 'server-only';
import { type KnownWords, readKnownWords } from '@/grader/team-map/strip-names';
import type { Course } from '@/schemas/course';

const made = new WeakMap<Course, KnownWords>();

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const entry of value) yield* stringsIn(entry);
  else if (typeof value === 'object' && value !== null)
    for (const entry of Object.values(value)) yield* stringsIn(entry);
}

/** The words that the course itself uses: they give nobody away. */
export function knownWordsOf(course: Course): KnownWords {
  const before = made.get(course);
  if (before) return before;
  const texts = [
    course.lessons.map(({ sections }) => sections.map(({ title, text }) => [title, text])),
    course.exercises.map(({ scenario, rubric, modelAnswers }) => [scenario, rubric, modelAnswers]),
    course.glossary,
    course.cases,
  ];
  const known = readKnownWords(stringsIn(texts));
  made.set(course, known);
  return known;
}
