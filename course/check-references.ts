import type { Course } from '@/schemas/course';
import { checkExercises } from './check-exercises';
import { checkGlossary } from './check-glossary';
import { checkLessons } from './check-lessons';
import { findDuplicates } from './find-duplicates';
import type { KnownIds } from './known-ids';
import type { LoadedSample } from './load-exercises';
import type { InspectedLesson } from './load-lessons';
import { OUTLINE_FILE } from './load-outline';
import type { Problem } from './problem';

/** Every id is unique, and everything that is named exists. */
export function checkReferences(
  course: Course,
  lessons: readonly InspectedLesson[],
  samples: readonly LoadedSample[],
  known: KnownIds,
): Problem[] {
  return [
    ...checkOutline(course, known),
    ...checkLibrary(course, known),
    ...checkGlossary(course.glossary, known),
    ...checkLessons(course, lessons, known),
    ...checkExercises(course, samples, known),
  ];
}

function checkOutline({ outline }: Course, known: KnownIds): Problem[] {
  const place = (index: number, rest: string) => ({ file: OUTLINE_FILE, path: `modules[${index}].${rest}` });
  const missing = outline.modules.flatMap((module, index) => [
    ...module.claims.flatMap((id, at) =>
      known.claims.has(id)
        ? []
        : [{ ...place(index, `claims[${at}]`), message: `names ${id}, expected an id of library/claims.yaml` }],
    ),
    ...module.exercises.flatMap((id, at) =>
      known.exercises.has(id)
        ? []
        : [{ ...place(index, `exercises[${at}]`), message: `names ${id}, expected a folder of exercises/` }],
    ),
  ]);
  const { capstone } = outline;
  const isListed = outline.modules.some(({ exercises }) => exercises.some((id) => id === capstone));
  const modules = outline.modules.map(({ id, folder }, index) => ({ id, folder, file: OUTLINE_FILE, index }));
  const listed = (kind: 'claims' | 'exercises') =>
    outline.modules.flatMap((module, index) =>
      module[kind].map((id, at) => ({ id: String(id), file: OUTLINE_FILE, path: `modules[${index}].${kind}[${at}]` })),
    );
  return [
    ...missing,
    ...(capstone === undefined || isListed
      ? []
      : [{ file: OUTLINE_FILE, path: 'capstone', message: `names ${capstone}, expected an exercise of a module` }]),
    ...findDuplicates(
      'module',
      modules.map(({ id, file, index }) => ({ id, file, path: `modules[${index}].id` })),
    ),
    ...findDuplicates(
      'folder',
      modules.map(({ folder, file, index }) => ({ id: folder, file, path: `modules[${index}].folder` })),
    ),
    ...findDuplicates('claim', listed('claims')),
    ...findDuplicates('exercise', listed('exercises')),
  ];
}

function checkLibrary({ claims, cases, misconceptions }: Course, known: KnownIds): Problem[] {
  const entries = (file: string, list: readonly { id: string }[]) =>
    list.map(({ id }, index) => ({ id, file, path: `[${index}].id` }));
  return [
    ...findDuplicates('claim', entries('library/claims.yaml', claims)),
    ...findDuplicates('case', entries('library/cases.yaml', cases)),
    ...findDuplicates('misconception', entries('library/misconceptions.yaml', misconceptions)),
    ...misconceptions.flatMap(({ id, claims: named }) =>
      named.flatMap((claim) =>
        known.claims.has(claim)
          ? []
          : [
              {
                file: 'library/misconceptions.yaml',
                path: `${id}.claims`,
                message: `names ${claim}, expected an id of library/claims.yaml`,
              },
            ],
      ),
    ),
    ...cases.flatMap(({ id, scenarios }) =>
      scenarios.flatMap((scenario) =>
        known.exercises.has(scenario)
          ? []
          : [
              {
                file: 'library/cases.yaml',
                path: `${id}.scenarios`,
                message: `names ${scenario}, expected a folder of exercises/`,
              },
            ],
      ),
    ),
  ];
}
