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

/** A case goes by its id and name; what was decided stays out of a link beside a question. */
const nameOf = ({ id, title }: Case) => `${id} ${title.replace(/(?::| \().*$/, '')}`;

/** A case leads to its page in the library. */
function ofCase(course: Course, id: string): RereadLink[] {
  const entry = selectOptionalCase(course, id);
  return entry ? [{ kind: 'case', title: nameOf(entry), caseId: entry.id }] : [];
}

/**
 * Where to read again about a criterion: lessons first, each once, then cases. What is not written yet is left out.
 * Read from the course as it stands, so that an old result gains the lessons written since.
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
