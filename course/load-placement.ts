import type { Item, ItemType } from '@/schemas/item';
import type { CourseOutline } from '@/schemas/lesson';
import { type PlacementFile, PlacementFileSchema } from '@/schemas/placement';
import type { ContentFile } from './content-files';
import { findDuplicates } from './find-duplicates';
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
        const problem = checkEntry(entry, outline, lessons);
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
): { key: keyof Entry; message: string } | null {
  if (!outline.modules.some((known) => known.id === module))
    return { key: 'module', message: `names ${module}, expected a module of ${OUTLINE_FILE}` };
  const own = lessons.filter(({ loaded }) => loaded.module.id === module);
  // A module in preparation has no items yet: its entry waits, and the placement leaves it out.
  if (own.length === 0) return null;
  const item = own.flatMap(({ loaded }): readonly Item[] => loaded.quiz.items).find((candidate) => candidate.id === id);
  if (!item) return { key: 'item', message: `names ${id}, expected an item of the quizzes of ${module}` };
  if (PLACEMENT_TYPES.includes(item.type)) return null;
  return { key: 'item', message: `names ${id}, which is ${item.type}, expected ${PLACEMENT_TYPES.join(' or ')}` };
}
