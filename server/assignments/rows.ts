import 'server-only';
import type { Assignment } from '@/schemas/assignment';
import type { Course } from '@/schemas/course';
import { courseFacts } from '../progress';
import { type AssignmentInCourse, inOffer } from './asked';

export function inCourse(course: Course, assignment: Assignment): AssignmentInCourse {
  return inOffer({ ...courseFacts(course), paths: course.paths }, assignment);
}

/** What it consists of, in words, in the order of the course. */
export function wordsOf(course: Course, { target }: Pick<Assignment, 'target'>): string[] {
  switch (target.type) {
    case 'path': {
      const path = course.paths.find(({ id }) => id === target.pathId);
      return [path ? `The path “${path.title}”` : 'A path that the course no longer has'];
    }
    case 'modules':
      return course.outline.modules
        .filter(({ id }) => target.moduleIds.includes(id))
        .map(({ id, title }) => `Module ${id}: ${title}`);
    case 'exercises':
      return course.exercises
        .filter(({ scenario }) => target.scenarioIds.includes(scenario.id))
        .map(({ scenario }) => `Exercise ${scenario.id}: ${scenario.title}`);
  }
}
