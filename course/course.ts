import type { Course } from '@/schemas/course';
import { courseStore } from './compiled-store';
import { courseSource } from './course-source';

/** One source per process: Next bundles this module into several parts of the server, and each would load its own. */
declare global {
  var defensibleCourse: (() => Promise<Course>) | undefined;
}

/**
 * The checked course. Loaded once per process; under `next dev`, loaded again after a content file changed.
 * Throws one error that lists every problem, so that a broken lesson is seen at once.
 */
export function getCourse(): Promise<Course> {
  // biome-ignore lint/style/noProcessEnv: course/ may not import server/env.ts, and Next writes this value into the bundle.
  const mode = process.env.NODE_ENV;
  globalThis.defensibleCourse ??= courseSource({
    root: process.cwd(),
    isLive: mode === 'development',
    now: Date.now,
    // Only what is served was built: commands and tests may run newer code than lies there.
    ...(mode === 'production' ? { store: courseStore(process.cwd()) } : {}),
  });
  return globalThis.defensibleCourse();
}
