import 'server-only';
import { type AnalysedItem, optionsOf } from '@/grader/analysis/item-statistics';
import type { Course } from '@/schemas/course';
import type { CriterionId, LessonId, ScenarioId } from '@/schemas/ids';
import { itemHash } from '../item-hash';

/** The course as the figures about items need it: ids, keys and hashes, no text. Goes to the analytics thread as it is. */
export interface AnalysedCourse {
  readonly lessons: readonly { readonly lessonId: LessonId; readonly items: readonly AnalysedItem[] }[];
  readonly exercises: readonly { readonly scenarioId: ScenarioId; readonly criterionIds: readonly CriterionId[] }[];
}

const made = new WeakMap<Course, AnalysedCourse>();

/** Made once for each course that is loaded: hashing a few hundred items takes a while. */
export function toAnalysedCourse(course: Course): AnalysedCourse {
  const before = made.get(course);
  if (before) return before;
  const analysed: AnalysedCourse = {
    lessons: course.lessons.map(({ lesson, quiz }) => ({
      lessonId: lesson.id,
      items: quiz.items.map((item) => ({
        id: item.id,
        type: item.type,
        options: optionsOf(item),
        hash: itemHash(item),
      })),
    })),
    exercises: course.exercises.map(({ scenario, rubric }) => ({
      scenarioId: scenario.id,
      criterionIds: rubric.criteria.map(({ id }) => id),
    })),
  };
  made.set(course, analysed);
  return analysed;
}
