import type { Course } from '@/schemas/course';
import type { CompiledStore } from './compiled-store';

/** Keeps a course that was checked and found whole. */
export function storeCourse(store: CompiledStore, course: Course): Promise<void> {
  return store.write(course.contentHash, JSON.stringify(course));
}

/**
 * The course that was checked when this very content was last read by this build, or null. Reading and checking it anew
 * compiles every lesson and keeps the compiler's code in memory for the life of the process.
 */
export async function readStoredCourse(store: CompiledStore, contentHash: string): Promise<Course | null> {
  const course = parse(await store.read(contentHash));
  if (!course) return null;
  // Lessons share their module with the outline, as they do in a course read from its files.
  const modules = new Map(course.outline.modules.map((module) => [module.id, module]));
  return {
    ...course,
    lessons: course.lessons.map((loaded) => ({ ...loaded, module: modules.get(loaded.module.id) ?? loaded.module })),
  };
}

/** A file that a crash left empty or cut counts as none. */
function parse(text: string | null): Course | null {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
