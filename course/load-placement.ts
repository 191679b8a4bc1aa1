import type { Item, ItemType } from '@/schemas/item';
import type { CourseOutline } from '@/schemas/lesson';
import { type PlacementFile, PlacementFileSchema } from '@/schemas/placement';
import type { ContentFile } from './content-files';
import { findDuplicates } from './find-duplicates';
import { lessonIdsOf } from './lesson-folders';
import type { InspectedLesson } from './load-lessons';
import { OUTLINE_FILE, PLACEMENT_FILE } from './load-outline';
import { parseWithSchema } from './parse-with-schema';
import { parseYaml } from './parse-yaml';
import type { Problem } from './problem';

/** Types that are answered in about a minute and graded without doubt. */
const PLACEMENT_TYPES: readonly ItemType[] = ['single-choice', 'numeric', 'matching'];

type Entry = PlacementFile['items'][number];

/** lessons/placement.yaml, where it is there, with everything in it that does not fit the quizzes. */
export function loadPlacement(
  files: readonly ContentFile[],
  outline: CourseOutline,
  lessons: readonly InspectedLesson[],
): { placement: PlacementFile | null; problems: readonly Problem[] } {
  const found = files.find(({ file }) => file === PLACEMENT_FILE);
  if (!found) return { placement: null, problems: [] };
  const yaml = parseYaml(found.text, PLACEMENT_FILE);
  const { value, problems } = parseWithSchema(PlacementFileSchema, yaml, PLACEMENT_FILE);
  if (!value) return { placement: null, problems };
  const list = (key: keyof Entry) =>
    value.items.map((entry, index) => ({ id: entry[key], file: PLACEMENT_FILE, path: `items[${index}].${key}` }));
  return {
    placement: value,
    problems: [
      ...findDuplicates('module', list('module')),
      ...findDuplicates('item', list('item')),
      ...value.items.flatMap((entry, index) => {
        const problem = checkEntry(entry, outline, lessons, files);
        return problem
          ? [{ file: PLACEMENT_FILE, path: `items[${index}].${problem.key}`, message: problem.message }]
          : [];
      }),
    ],
  };
}

function checkEntry(
  { module, item: id }: Entry,
  outline: CourseOutline,
  lessons: readonly InspectedLesson[],
  files: readonly ContentFile[],
): { key: keyof Entry; message: string } | null {
  const known = outline.modules.find((candidate) => candidate.id === module);
  if (!known) return { key: 'module', message: `names ${module}, expected a module of ${OUTLINE_FILE}` };
  const own = lessons.filter(({ loaded }) => loaded.module.id === module);
  const item = own.flatMap(({ loaded }): readonly Item[] => loaded.quiz.items).find((candidate) => candidate.id === id);
  if (!item) {
    // A module in preparation has no items yet: its entry waits, and the placement leaves it out. Where a lesson could
    // not be read, that is reported, and its items are not missed here as well.
    const isWhole = own.length > 0 && own.length === lessonIdsOf(files, known).length;
    return isWhole ? { key: 'item', message: `names ${id}, expected an item of the quizzes of ${module}` } : null;
  }
  if (PLACEMENT_TYPES.includes(item.type)) return null;
  return { key: 'item', message: `names ${id}, which is ${item.type}, expected ${PLACEMENT_TYPES.join(' or ')}` };
}
