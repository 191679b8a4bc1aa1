import { lessonPlacePath, type PagePath, termPath } from '@/components/paths';
import { claimPlace } from '@/course/claim-place';
import { selectFirstUse, selectOptionalTerm } from '@/course/select';
import type { Course } from '@/schemas/course';
import type { Term } from '@/schemas/term';
import { byLetter } from './by-letter';

interface WordLink {
  readonly path: PagePath;
  readonly words: string;
}

/** A term as the page shows it. */
export interface GlossaryEntry extends Pick<Term, 'id' | 'term' | 'also' | 'text'> {
  /** The lesson that uses it first; null where none does. */
  readonly firstUse: WordLink | null;
  readonly see: readonly WordLink[];
}

export interface GlossaryLetter {
  readonly letter: string;
  readonly entries: readonly GlossaryEntry[];
}

const made = new WeakMap<Course, readonly GlossaryLetter[]>();

/** The glossary by letters, the same for everybody: put together once per loaded course. */
export function glossaryLetters(course: Course): readonly GlossaryLetter[] {
  const known = made.get(course);
  if (known) return known;
  const letters = byLetter(course.glossary).map(({ letter, terms }) => ({
    letter,
    entries: terms.map((term) => toEntry(course, term)),
  }));
  made.set(course, letters);
  return letters;
}

function toEntry(course: Course, { id, term, also, text, see }: Term): GlossaryEntry {
  const first = selectFirstUse(course, id);
  const firstUse = first && { path: lessonPlacePath(first.lesson.id, `word-${id}`), words: first.lesson.title };
  return { id, term, also, text, firstUse, see: see.flatMap((other) => toLink(course, other)) };
}

function toLink(course: Course, id: Term['see'][number]): WordLink[] {
  const other = selectOptionalTerm(course, id);
  if (other) return [{ path: termPath(id), words: other.term }];
  const place = claimPlace(course, id);
  return place ? [{ path: lessonPlacePath(place.lessonId, place.anchor), words: `claim ${id}` }] : [];
}
