import type { ModuleEntry } from '@/components/home/module-entry';
import { selectOptionalExercise, selectOptionalPath } from '@/course/select';
import { legMinutes, legsOf } from '@/grader/legs';
import type { Course } from '@/schemas/course';
import type { CourseProgress } from '@/schemas/progress';
import { courseFacts } from '@/server/progress';

/** Joins the outline with where one learner stands; only what the browser may hold is picked. */
export function toModuleEntries(course: Course, progress: CourseProgress): ModuleEntry[] {
  const legs = legsOf(courseFacts(course).modules, null);
  const path = progress.pathId ? selectOptionalPath(course, progress.pathId) : null;
  return course.outline.modules.flatMap((module, index) => {
    const standing = progress.modules.find((entry) => entry.moduleId === module.id);
    const leg = legs[index];
    if (!standing || !leg) return [];
    const lessons = course.lessons
      .filter((loaded) => loaded.module.id === module.id)
      .flatMap(({ lesson, minutes }) => {
        const entry = progress.lessons.find((candidate) => candidate.lessonId === lesson.id);
        return entry ? [{ title: lesson.title, minutes, progress: entry }] : [];
      });
    const exercises = module.exercises.flatMap((id) => {
      const exercise = selectOptionalExercise(course, id);
      const entry = progress.exercises.find((candidate) => candidate.scenarioId === id);
      return exercise && entry ? [{ title: exercise.scenario.title, minutes: exercise.minutes, progress: entry }] : [];
    });
    const { id, title, aim } = module;
    const isOffPath = path !== null && !path.steps.some((step) => step.module === id);
    return [{ id, title, aim, minutes: legMinutes(leg), isOffPath, progress: standing, lessons, exercises }];
  });
}
