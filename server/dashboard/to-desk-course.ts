import 'server-only';
import type { Course } from '@/schemas/course';
import type { DeskCourse } from '../analytics/desk-course';
import { courseFacts } from '../progress';

const made = new WeakMap<Course, DeskCourse>();

/** The course as the analytics thread needs it: ids, counts and rules; no text and no key. */
export function toDeskCourse(course: Course): DeskCourse {
  const before = made.get(course);
  if (before) return before;
  const desk = reduce(course);
  made.set(course, desk);
  return desk;
}

function reduce(course: Course): DeskCourse {
  const { modules, passMark } = courseFacts(course);
  return {
    hash: course.contentHash,
    passMark,
    offer: { modules, paths: course.paths, passMark },
    modules: modules.map(({ id, lessons, exercises }) => ({
      id,
      lessons: lessons.map(({ id: lessonId, itemIds, masteryScore }) => ({
        id: lessonId,
        items: itemIds.length,
        masteryScore,
      })),
      exercises: exercises.map((exercise) => exercise.id),
    })),
    items: course.lessons.flatMap(({ lesson, quiz }) =>
      quiz.items.map(({ id, objectives }) => ({ id, lessonId: lesson.id, objectives })),
    ),
  };
}
