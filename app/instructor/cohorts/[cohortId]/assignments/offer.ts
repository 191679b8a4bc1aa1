import type { AssignmentOffer } from '@/components/assignments/target-field';
import type { Course } from '@/schemas/course';

/** What the course has to assign: modules in preparation are left out. */
export function offerOf(course: Course): AssignmentOffer {
  return {
    paths: course.paths.map(({ id, title }) => ({ id, title })),
    modules: course.outline.modules
      .filter(({ id }) => course.lessons.some(({ module }) => module.id === id))
      .map(({ id, title }) => ({ id, title })),
    exercises: course.exercises.map(({ scenario: { id, title } }) => ({ id, title })),
  };
}
