import type { Course } from '@/schemas/course';
import type { CompiledStore } from './compiled-store';
import { contentFingerprint, contentHash, readContentFiles } from './content-files';
import { formatProblem } from './problem';
import { readStoredCourse, storeCourse } from './stored-course';

/** How often, at most, an author's server looks whether a file was saved. */
const LOOK_EVERY_MS = 500;

interface SourceSettings {
  readonly root: string;
  /** Live: load again after a file changed. Otherwise the first load counts for the life of the process. */
  readonly isLive: boolean;
  readonly now: () => number;
  /** Where a build keeps the checked course; left out where the code that checks it may have changed since. */
  readonly store?: CompiledStore;
}

/** A function that gives the checked course, loading it no more often than needed. */
export function courseSource({ root, isLive, now, store }: SourceSettings): () => Promise<Course> {
  let held: { loading: Promise<Course>; fingerprint: string; lookedAt: number } | undefined;

  function begin(fingerprint: string): Promise<Course> {
    const started = { loading: store ? readOrLoad(root, store) : loadWhole(root), fingerprint, lookedAt: now() };
    held = started;
    // A failed load is tried again on the next request: by then the author may have saved a mend.
    started.loading.catch(() => {
      if (held === started) held = undefined;
    });
    return started.loading;
  }

  return async () => {
    if (!isLive) return held?.loading ?? begin('');
    if (held && now() - held.lookedAt < LOOK_EVERY_MS) return held.loading;
    if (held) held.lookedAt = now();
    const fingerprint = await contentFingerprint(root);
    return held?.fingerprint === fingerprint ? held.loading : begin(fingerprint);
  };
}

async function readOrLoad(root: string, store: CompiledStore): Promise<Course> {
  const stored = await readStoredCourse(store, contentHash(await readContentFiles(root)));
  if (stored) return stored;
  const course = await loadWhole(root);
  await storeCourse(store, course);
  return course;
}

async function loadWhole(root: string): Promise<Course> {
  // Loaded here, because a server that finds the course stored never needs the compiler of lessons.
  const { loadCourse } = await import('./load-course');
  const { course, problems } = await loadCourse(root);
  if (problems.length === 0) return course;
  const list = problems.map((problem) => `  ${formatProblem(problem)}`).join('\n');
  const count = problems.length === 1 ? 'one problem' : `${problems.length} problems`;
  throw new Error(
    `The course has ${count}. Mend the files, then reload; npm run check:content lists them too.\n${list}`,
  );
}
