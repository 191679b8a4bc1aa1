import type { Course } from '@/schemas/course';
import { checkReferences } from './check-references';
import { checkWording } from './check-wording';
import { type ContentFile, contentHash, readContentFiles } from './content-files';
import type { KnownIds } from './known-ids';
import { type LoadedSample, loadExercises } from './load-exercises';
import { type InspectedLesson, loadLessons } from './load-lessons';
import { LIBRARY_FILES, loadLibrary } from './load-library';
import { loadOutline } from './load-outline';
import { loadPaths } from './load-paths';
import { loadPlacement } from './load-placement';
import type { Problem } from './problem';

export interface LoadedCourse {
  readonly course: Course;
  readonly problems: readonly Problem[];
  /** What the content check looks at beyond the course itself. */
  readonly lessons: readonly InspectedLesson[];
  readonly samples: readonly LoadedSample[];
  readonly files: readonly ContentFile[];
  readonly known: KnownIds;
}

/** Reads and checks all content under `root`. A file that cannot be used is reported, never dropped without a word. */
export async function loadCourse(root = process.cwd()): Promise<LoadedCourse> {
  const files = await readContentFiles(root);
  const { outline, problems: outlineProblems } = loadOutline(files);
  const library = loadLibrary(files);
  const { exercises, samples, folders, problems: exerciseProblems } = loadExercises(files);
  const { lessons, problems: lessonProblems } = await loadLessons(files, outline, library.glossary);
  const paths = loadPaths(files, outline);
  const placement = loadPlacement(files, outline, lessons);
  const course: Course = {
    outline,
    lessons: lessons.map(({ loaded }) => loaded),
    exercises,
    claims: library.claims,
    cases: library.cases,
    misconceptions: library.misconceptions,
    glossary: library.glossary,
    paths: paths.paths,
    placement: placement.placement,
    contentHash: contentHash(files),
  };
  const known: KnownIds = {
    claims: library.claimIds,
    cases: library.caseIds,
    exercises: folders,
    misconceptions: library.misconceptionIds,
    terms: library.termIds,
    lessons: new Set(files.flatMap(({ file }) => /^lessons\/[^/]+\/\d\d-([^/]+)\//.exec(file)?.[1] ?? [])),
  };
  const strays = files
    .filter(({ file }) => file.startsWith('library/') && !LIBRARY_FILES.some((known) => known === file))
    .map(
      ({ file }): Problem => ({ file, path: '', message: `is not read, expected one of ${LIBRARY_FILES.join(', ')}` }),
    );
  const garbled = files
    .filter(({ text }) => text.includes('\uFFFD'))
    .map(
      ({ file }): Problem => ({ file, path: '', message: 'holds bytes that are not UTF-8, expected UTF-8 throughout' }),
    );
  const problems = [
    ...garbled,
    ...outlineProblems,
    ...library.problems,
    ...strays,
    ...lessonProblems,
    ...exerciseProblems,
    ...paths.problems,
    ...placement.problems,
    ...checkReferences(course, lessons, samples, known),
    ...checkWording(lessons),
  ];
  return { course, problems, lessons, samples, files, known };
}
