import type { Course } from '@/schemas/course';
import { contentFingerprint } from './content-files';
import { loadCourse } from './load-course';
import { formatProblem } from './problem';

/** How often, at most, an author's server looks whether a file was saved. */
const LOOK_EVERY_MS = 500;

interface CourseCache {
  loading: Promise<Course>;
  fingerprint: string;
  lookedAt: number;
}

/** One copy per process: Next bundles this module into several parts of the server, and each would load its own. */
declare global {
  var defensibleCourse: CourseCache | undefined;
}

// biome-ignore lint/style/noProcessEnv: course/ may not import server/env.ts, and Next writes this value into the bundle.
const isDevelopment = process.env.NODE_ENV === 'development';

/**
 * The checked course. Loaded once per process; while developing, loaded again after a file of the content changed.
 * Throws one error that lists every problem, so that a broken lesson is seen at once.
 */
export async function getCourse(): Promise<Course> {
  const cache = globalThis.defensibleCourse;
  if (!cache) return begin(isDevelopment ? await contentFingerprint(process.cwd()) : '');
  if (!isDevelopment || Date.now() - cache.lookedAt < LOOK_EVERY_MS) return cache.loading;
  cache.lookedAt = Date.now();
  const fingerprint = await contentFingerprint(process.cwd());
  return fingerprint === cache.fingerprint ? cache.loading : begin(fingerprint);
}

function begin(fingerprint: string): Promise<Course> {
  const loading = loadWhole();
  const cache = { loading, fingerprint, lookedAt: Date.now() };
  globalThis.defensibleCourse = cache;
  // A failed load is tried again on the next request; in development the author has usually saved a mend by then.
  loading.catch(() => {
    if (globalThis.defensibleCourse === cache) globalThis.defensibleCourse = undefined;
  });
  return loading;
}

async function loadWhole(): Promise<Course> {
  const { course, problems } = await loadCourse();
  if (problems.length === 0) return course;
  const list = problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  throw new Error(
    `The course has ${count}. Mend the files, then reload; npm run check:content lists them too.\n${list}`,
  );
}
