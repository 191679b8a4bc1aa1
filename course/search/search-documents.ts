import type { Case } from '@/schemas/case';
import type { Claim } from '@/schemas/claim';
import type { Course, LoadedLesson } from '@/schemas/course';
import type { SearchTarget } from '@/schemas/search';
import type { Term } from '@/schemas/term';
import { claimPlace } from '../claim-place';

/** What the search knows of one place in the course. */
export interface SearchDocument {
  readonly id: number;
  readonly target: SearchTarget;
  readonly title: string;
  /** Empty where the kind says it all. */
  readonly place: string;
  /** Ids and other spellings under which it is asked for. */
  readonly names: string;
  readonly text: string;
}

/**
 * The part of the course that a search may see: no quiz, no exercise. Keys, rationales, rubrics, probes and samples are
 * left out by type, so that whoever writes `quiz` below gets an error of the compiler.
 */
export interface SearchableCourse extends Pick<Course, 'claims' | 'cases' | 'glossary'> {
  readonly lessons: readonly SearchableLesson[];
}
type SearchableLesson = Pick<LoadedLesson, 'lesson' | 'module' | 'sections' | 'mdx'>;
type Unnumbered = Omit<SearchDocument, 'id'>;

/** One document for each section of a lesson, each case, each claim that is taught, and each term. */
export function searchDocuments(course: SearchableCourse): SearchDocument[] {
  const documents = [
    ...course.glossary.map(ofTerm),
    ...course.lessons.flatMap(ofLesson),
    ...course.claims.flatMap((claim) => ofClaim(course, claim)),
    ...course.cases.map(ofCase),
  ];
  return documents.map((document, id) => ({ ...document, id }));
}

function ofTerm({ id, term, also, text }: Term): Unnumbered {
  return {
    target: { kind: 'term', termId: id },
    title: term,
    place: '',
    names: also.join(' '),
    text: plain(text),
  };
}

/** The opening stands for the lesson as a whole; each section is a place of its own. */
function ofLesson({ lesson, module, sections }: SearchableLesson): Unnumbered[] {
  const opening = sections.filter(({ id }) => id === null).map(({ text }) => text);
  const objectives = lesson.objectives.map(({ text }) => text);
  const place = `Module ${module.id.slice(1)}`;
  return [
    {
      target: { kind: 'lesson', lessonId: lesson.id, anchor: null },
      title: lesson.title,
      place,
      names: '',
      text: [lesson.standfirst, ...opening, ...objectives].join(' '),
    },
    ...sections.flatMap(({ id, title, text }): Unnumbered[] =>
      id === null
        ? []
        : [
            {
              target: { kind: 'lesson', lessonId: lesson.id, anchor: id },
              title,
              place: `${place} · ${lesson.title}`,
              names: '',
              text,
            },
          ],
    ),
  ];
}

/** Found at its card; a claim whose lesson is not written yet has no place to lead to. */
function ofClaim(course: SearchableCourse, { id, claim, verdict, why, flipsWhen, misconception }: Claim): Unnumbered[] {
  const place = claimPlace(course, id);
  if (!place) return [];
  return [
    {
      target: { kind: 'claim', claimId: id, lessonId: place.lessonId, anchor: place.anchor },
      title: plain(claim),
      place: `Claim ${id}, ${verdict} · ${place.lessonTitle}`,
      names: id,
      text: plain([why, `Flips when: ${flipsWhen}`, misconception].join(' ')),
    },
  ];
}

function ofCase({ id, title, group, decision, decidingConstraint, sections }: Case): Unnumbered {
  const told = sections
    .filter(({ heading }) => !/^source/i.test(heading))
    .map(({ heading, text }) => `${heading}: ${text}`);
  return {
    target: { kind: 'case', caseId: id },
    title: plain(title),
    place: `Case ${id} · ${group}`,
    names: id,
    text: plain([decision, decidingConstraint, ...told].join(' ')),
  };
}

/** Without addresses, and without the marks for code and emphasis, which a list of results does not set. */
function plain(text: string): string {
  return text
    .replace(/https?:\/\/\S+|[`*]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
