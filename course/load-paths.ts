import { type LearningPath, type PathStep, PathsFileSchema } from '@/schemas/learning-path';
import type { CourseOutline, Module } from '@/schemas/lesson';
import type { ContentFile } from './content-files';
import { findDuplicates } from './find-duplicates';
import { lessonIdsOf } from './lesson-folders';
import { OUTLINE_FILE, PATHS_FILE } from './load-outline';
import { parseWithSchema } from './parse-with-schema';
import { parseYaml } from './parse-yaml';
import type { Problem } from './problem';

/** The path that leads through the whole course: it leaves out no module. */
export const WHOLE_PATH = 'engineer';

/** lessons/paths.yaml, where it is there, with everything in it that does not fit the course. */
export function loadPaths(
  files: readonly ContentFile[],
  outline: CourseOutline,
): { paths: readonly LearningPath[]; problems: readonly Problem[] } {
  const found = files.find(({ file }) => file === PATHS_FILE);
  if (!found) return { paths: [], problems: [] };
  const { value, problems } = parseWithSchema(PathsFileSchema, parseYaml(found.text, PATHS_FILE), PATHS_FILE);
  if (!value) return { paths: [], problems };
  const ids = value.paths.map(({ id }, index) => ({ id, file: PATHS_FILE, path: `paths[${index}].id` }));
  return {
    paths: value.paths,
    problems: [
      ...findDuplicates('path', ids),
      ...checkWhole(value.paths),
      ...value.paths.flatMap((path, index) => checkPath(path, `paths[${index}]`, outline, files)),
    ],
  };
}

const report = (path: string, message: string): Problem => ({ file: PATHS_FILE, path, message });

function checkWhole(paths: readonly LearningPath[]): Problem[] {
  const index = paths.findIndex(({ id }) => id === WHOLE_PATH);
  if (index === -1)
    return [report('paths', `holds no ${WHOLE_PATH}, expected a path of that id that leads through every module`)];
  const left = paths[index]?.leavesOut.map(({ module }) => module) ?? [];
  if (left.length === 0) return [];
  const message = `names ${left.join(', ')}, expected nothing: the path ${WHOLE_PATH} leads through every module`;
  return [report(`paths[${index}].leavesOut`, message)];
}

function checkPath(
  { steps, leavesOut }: LearningPath,
  place: string,
  { modules }: CourseOutline,
  files: readonly ContentFile[],
): Problem[] {
  const named = [
    ...steps.map(({ module }, index) => ({ id: module, path: `${place}.steps[${index}].module` })),
    ...leavesOut.map(({ module }, index) => ({ id: module, path: `${place}.leavesOut[${index}].module` })),
  ];
  const unknown = named.filter(({ id }) => !modules.some((module) => module.id === id));
  const missing = modules.filter(({ id }) => !named.some((entry) => entry.id === id)).map(({ id }) => id);
  return [
    ...unknown.map(({ id, path }) => report(path, `names ${id}, expected a module of ${OUTLINE_FILE}`)),
    ...findDuplicates(
      'module',
      named.map((entry) => ({ ...entry, file: PATHS_FILE })),
    ),
    ...(missing.length > 0
      ? [report(place, `does not name ${missing.join(', ')}, expected every module in steps or leavesOut`)]
      : []),
    ...steps.flatMap((step, index) => {
      const module = modules.find(({ id }) => id === step.module);
      return module ? checkStep(step, `${place}.steps[${index}]`, module, files) : [];
    }),
  ];
}

function checkStep(step: PathStep, place: string, module: Module, files: readonly ContentFile[]): Problem[] {
  const own = lessonIdsOf(files, module);
  const skipped = step.skip?.lessons ?? [];
  // Lessons of a module in preparation cannot be looked up yet.
  const strange = own.length === 0 ? [] : skipped.filter((id) => !own.includes(id));
  const foreign = (step.exercises ?? []).filter((id) => !module.exercises.includes(id));
  const isAllSkipped = own.length > 0 && own.every((id) => skipped.some((one) => one === id));
  return [
    ...strange.map((id) =>
      report(`${place}.skip.lessons`, `names ${id}, expected a lesson of ${module.id}: ${own.join(', ')}`),
    ),
    ...foreign.map((id) =>
      report(
        `${place}.exercises`,
        `names ${id}, expected exercises of ${module.id}: ${module.exercises.join(', ') || 'it has none'}`,
      ),
    ),
    ...(isAllSkipped
      ? [report(`${place}.skip.lessons`, `names every lesson of ${module.id}, expected the module in leavesOut`)]
      : []),
  ];
}
