import type { Case } from '@/schemas/case';
import type { Course, LoadedLesson } from '@/schemas/course';
import type { RereadLink } from '@/schemas/reread';
import { showsCard } from './claim-place';
import { selectOptionalCase, selectOptionalExercise, selectOptionalLesson } from './select';

function toLesson(loaded: LoadedLesson, claim: string | null): RereadLink {
  const { id: lessonId, title } = loaded.lesson;
  const anchor = claim !== null && showsCard(loaded, 'Claim', claim) ? `claim-${claim}` : null;
  return { kind: 'lesson', title, lessonId, anchor };
}

/** The lesson that teaches a claim, at the claim's card; none while that lesson is not written. */
function ofClaim({ lessons }: Course, id: string): RereadLink[] {
  const loaded = lessons.find(({ lesson }) => lesson.claims.some((claim) => claim === id));
  return loaded ? [toLesson(loaded, id)] : [];
}

/** A page of the case's own that one of us has read, if only in a copy. */
function sourceOf({ sections, readings }: Case): string | null {
  if (!readings.some((reading) => reading === 'seen' || reading === 'mirror')) return null;
  const text = sections
    .toSorted((one, other) => Number(other.heading === 'Source') - Number(one.heading === 'Source'))
    .map((section) => section.text)
    .join(' ');
  const pages = [...text.matchAll(/(?<url>https?:\/\/[^\s,;)]+)(?<unread> \(address not opened)?/g)];
  return pages.find(({ groups }) => !groups?.unread)?.groups?.url?.replace(/\.$/, '') ?? null;
}

/** A case goes by its id and name; what was decided stays out of a link beside a question. */
const nameOf = ({ id, title }: Case) => `${id} ${title.replace(/(?::| \().*$/, '')}`;

/** A case's card in a lesson, else the page that it was taken from, else nothing. */
function ofCase(course: Course, id: string): RereadLink[] {
  const entry = selectOptionalCase(course, id);
  if (!entry) return [];
  const title = nameOf(entry);
  const shown = course.lessons.find((loaded) => showsCard(loaded, 'Case', id));
  if (shown) return [{ kind: 'case', title, lessonId: shown.lesson.id, anchor: `case-${id}` }];
  const url = sourceOf(entry);
  return url === null ? [] : [{ kind: 'source', title, url }];
}

/**
 * Where to read again about a criterion: lessons first, each once, then cases. What is not written yet, or has no
 * page, is left out. Read from the course as it stands, so that an old result gains the lessons written since.
 */
export function rereadLinks(course: Course, scenarioId: string, criterionId: string): RereadLink[] {
  const entry = selectOptionalExercise(course, scenarioId)?.reread?.criteria.find(({ id }) => id === criterionId);
  if (!entry) return [];
  const lessons = [
    ...entry.claims.flatMap((id) => ofClaim(course, id)),
    ...entry.lessons.flatMap((id) => {
      const loaded = selectOptionalLesson(course, id);
      return loaded ? [toLesson(loaded, null)] : [];
    }),
  ];
  const once = lessons.filter(
    (link, index) =>
      lessons.findIndex((other) => 'lessonId' in other && 'lessonId' in link && other.lessonId === link.lessonId) ===
      index,
  );
  return [...once, ...entry.cases.flatMap((id) => ofCase(course, id))];
}
