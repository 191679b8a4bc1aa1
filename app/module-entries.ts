import type { ModuleEntry } from '@/components/home/module-map';
import type { Course } from '@/schemas/course';
import type { CourseProgress } from '@/schemas/progress';

/** Joins the outline with where one learner stands; only what the browser may hold is picked. */
export function toModuleEntries(course: Course, progress: CourseProgress): ModuleEntry[] {
  return course.outline.modules.flatMap((module) => {
    const standing = progress.modules.find((entry) => entry.moduleId === module.id);
    if (!standing) return [];
    const lessons = course.lessons
      .filter((loaded) => loaded.module.id === module.id)
      .flatMap(({ lesson }) => {
        const entry = progress.lessons.find((candidate) => candidate.lessonId === lesson.id);
        return entry ? [{ title: lesson.title, minutes: lesson.minutes, progress: entry }] : [];
      });
    const exercises = module.exercises.flatMap((id) => {
      const scenario = course.exercises.find((exercise) => exercise.scenario.id === id)?.scenario;
      const entry = progress.exercises.find((candidate) => candidate.scenarioId === id);
      return scenario && entry ? [{ title: scenario.title, progress: entry }] : [];
    });
    return [{ id: module.id, title: module.title, aim: module.aim, progress: standing, lessons, exercises }];
  });
}
