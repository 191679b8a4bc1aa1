import { type CourseOutline, CourseOutlineSchema } from '@/schemas/lesson';
import type { ContentFile } from './content-files';
import { parseWithSchema } from './parse-with-schema';
import { parseYaml } from './parse-yaml';
import type { Problem } from './problem';

export const OUTLINE_FILE = 'lessons/course.yaml';
export const PATHS_FILE = 'lessons/paths.yaml';
export const PLACEMENT_FILE = 'lessons/placement.yaml';
/** Files of lessons/ that belong to the course as a whole. */
export const COURSE_FILES: readonly string[] = [OUTLINE_FILE, PATHS_FILE, PLACEMENT_FILE];

/** What stands in for an outline that could not be read, so that the rest is still checked. */
const NO_OUTLINE: CourseOutline = { title: '', passing: { exerciseOverall: 1, quizMastery: 1 }, modules: [] };

export function loadOutline(files: readonly ContentFile[]): { outline: CourseOutline; problems: readonly Problem[] } {
  const found = files.find(({ file }) => file === OUTLINE_FILE);
  if (!found)
    return {
      outline: NO_OUTLINE,
      problems: [{ file: OUTLINE_FILE, path: '', message: 'is missing, expected the list of modules' }],
    };
  const { value, problems } = parseWithSchema(CourseOutlineSchema, parseYaml(found.text, OUTLINE_FILE), OUTLINE_FILE);
  return { outline: value ?? NO_OUTLINE, problems };
}
