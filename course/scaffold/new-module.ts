import type { CourseOutline } from '@/schemas/lesson';
import { toWrite } from '../placeholder';
import { requireSlug, ScaffoldRefusal, type Skeleton } from './skeleton';

const OUTLINE = 'lessons/course.yaml';

/** `module people-and-teams`: the next number, at the end of the outline. It has no lessons yet and says so to learners. */
export function newModule(slug: string | undefined, title: string | undefined, outline: CourseOutline): Skeleton {
  const name = requireSlug('name of the module', slug);
  const number = Math.max(0, ...outline.modules.map(({ id }) => Number(id.slice(1)))) + 1;
  const taken = outline.modules.find(({ folder }) => folder.slice(4) === name);
  if (taken) throw new ScaffoldRefusal(`There is a module ${taken.id} of that name already: ${taken.folder}`);
  const text = `  - id: M${number}
    title: ${JSON.stringify(title ?? toWrite('the title'))}
    aim: "${toWrite('what somebody can do after the module')}"
    folder: m${String(number).padStart(2, '0')}-${name}
    claims: []
    exercises: []
`;
  return {
    files: [],
    append: { file: OUTLINE, text },
    next: [
      `Write the title and aim of M${number} in ${OUTLINE}.`,
      'A claim belongs to one module: move those that it teaches from another one, or add new ones to library/claims.yaml.',
      `Name M${number} in each path of lessons/paths.yaml, as a step or under leavesOut, with a reason.`,
      `npm run new -- lesson M${number} first-lesson writes its first lesson; until then learners see it as in preparation.`,
    ],
  };
}
