import type { Course } from '@/schemas/course';
import { checkMinutes } from './check-minutes';
import { claimCoverage, mentionsClaim, missingClaims } from './claim-coverage';
import { findDuplicates } from './find-duplicates';
import type { KnownIds } from './known-ids';
import type { InspectedLesson } from './load-lessons';
import { OUTLINE_FILE } from './load-outline';
import type { Problem } from './problem';

const ITEMS_PER_OBJECTIVE = 2;

export function checkLessons(course: Course, lessons: readonly InspectedLesson[], known: KnownIds): Problem[] {
  const quizIds = lessons.flatMap(({ loaded, quizFile }) =>
    loaded.quiz.items.map(({ id }, index) => ({ id, file: quizFile, path: `items[${index}].id` })),
  );
  const objectiveIds = lessons.flatMap(({ loaded }) =>
    loaded.lesson.objectives.map(({ id }, index) => ({ id, file: loaded.file, path: `objectives[${index}].id` })),
  );
  return [
    ...findDuplicates(
      'lesson',
      lessons.map(({ loaded }) => ({ id: loaded.lesson.id, file: loaded.file, path: 'id' })),
    ),
    ...findDuplicates('objective', objectiveIds),
    ...findDuplicates('item', quizIds),
    ...lessons.flatMap((lesson) => [
      ...checkClaims(lesson, known),
      ...checkCases(lesson, known),
      ...checkItems(lesson, known),
      ...checkMinutes(lesson),
    ]),
    ...checkCoverage(course, lessons, known),
  ];
}

function checkClaims(inspected: InspectedLesson, known: KnownIds): Problem[] {
  const { lesson, module, file } = inspected.loaded;
  const shown = inspected.contents.claims.flatMap(({ id, line }) =>
    known.claims.has(id)
      ? []
      : [{ file, path: `line ${line}`, message: `shows the claim ${id}, expected an id of library/claims.yaml` }],
  );
  const listed = lesson.claims.flatMap((id, index): Problem[] => {
    const place = { file, path: `claims[${index}]` };
    if (!known.claims.has(id)) return [{ ...place, message: `names ${id}, expected an id of library/claims.yaml` }];
    if (!module.claims.includes(id))
      return [{ ...place, message: `names ${id}, expected a claim of its module ${module.id} (${OUTLINE_FILE})` }];
    if (!mentionsClaim(inspected, id))
      return [{ ...place, message: `promises ${id}, expected <Claim id="${id}" /> or its id in the text` }];
    return [];
  });
  return [...shown, ...listed];
}

function checkCases({ loaded, contents }: InspectedLesson, known: KnownIds): Problem[] {
  const { file, lesson } = loaded;
  return [
    ...contents.cases.flatMap(({ id, line }) =>
      known.cases.has(id)
        ? []
        : [{ file, path: `line ${line}`, message: `shows the case ${id}, expected an id of library/cases.yaml` }],
    ),
    ...lesson.cases.flatMap((id, index) =>
      known.cases.has(id)
        ? []
        : [{ file, path: `cases[${index}]`, message: `names ${id}, expected an id of library/cases.yaml` }],
    ),
  ];
}

function checkItems({ loaded, quizFile, quizYaml }: InspectedLesson, known: KnownIds): Problem[] {
  const { lesson, quiz, file } = loaded;
  const objectives = new Set<string>(lesson.objectives.map(({ id }) => id));
  const inItems = quiz.items.flatMap((item, index) => {
    const line = quizYaml.lineOf(['items', index]);
    const report = (key: string, message: string): Problem => ({
      file: quizFile,
      path: `items[${index}].${key}`,
      message: `${message}${line ? ` (item at line ${line})` : ''}`,
    });
    return [
      ...item.claims
        .filter((id) => !known.claims.has(id))
        .map((id) => report('claims', `names ${id}, expected an id of library/claims.yaml`)),
      ...item.objectives
        .filter((id) => !objectives.has(id))
        .map((id) => report('objectives', `names ${id}, expected one of ${[...objectives].join(', ')}`)),
    ];
  });
  const measured = lesson.objectives.flatMap(({ id }, index) => {
    const count = quiz.items.filter((item) => item.objectives.includes(id)).length;
    return count >= ITEMS_PER_OBJECTIVE
      ? []
      : [
          {
            file,
            path: `objectives[${index}]`,
            message: `${id} is measured by ${count} of the quiz's items, expected at least ${ITEMS_PER_OBJECTIVE}`,
          },
        ];
  });
  return [...inItems, ...measured];
}

/** A module that has lessons owes all its claims; what one in preparation owes is in check-promises.ts. */
function checkCoverage({ outline }: Course, lessons: readonly InspectedLesson[], known: KnownIds): Problem[] {
  const coverage = claimCoverage(lessons, known.claims);
  return outline.modules.flatMap((module, index) =>
    lessons.some(({ loaded }) => loaded.module.id === module.id) ? missingClaims(module, index, coverage) : [],
  );
}
