import { claimCoverage, missingClaims } from './claim-coverage';
import type { LoadedCourse } from './load-course';
import { OUTLINE_FILE } from './load-outline';
import type { Problem } from './problem';

/** Whether the course is what lessons/course.yaml says that it will be. */
export function checkPromises({ course, lessons, known }: LoadedCourse): Problem[] {
  const { promises, modules } = course.outline;
  if (!promises) return [];
  const coverage = claimCoverage(lessons, known.claims);
  // A module with lessons was asked for its claims while loading.
  const owed = modules.flatMap((module, index) =>
    promises.everyClaim && !lessons.some(({ loaded }) => loaded.module.id === module.id)
      ? missingClaims(module, index, coverage)
      : [],
  );
  const placed = new Set<string>(modules.flatMap(({ claims }) => claims));
  const homeless = course.claims.map(({ id }) => id).filter((id) => promises.everyClaim && !placed.has(id));
  const short = lessons.flatMap(({ loaded, quizFile }): Problem[] => {
    const count = loaded.quiz.items.length;
    return count >= promises.itemsPerQuiz
      ? []
      : [{ file: quizFile, path: 'items', message: `holds ${count}, expected at least ${promises.itemsPerQuiz}` }];
  });
  const counts = {
    items: lessons.reduce((sum, { loaded }) => sum + loaded.quiz.items.length, 0),
    exercises: course.exercises.length,
    cases: course.cases.length,
  };
  const few = (['items', 'exercises', 'cases'] as const).flatMap((noun): Problem[] =>
    counts[noun] >= promises[noun]
      ? []
      : [
          {
            file: OUTLINE_FILE,
            path: `promises.${noun}`,
            message: `there are ${counts[noun]} ${noun}, expected at least ${promises[noun]}`,
          },
        ],
  );
  return [
    ...owed,
    ...homeless.map((id) => ({ file: OUTLINE_FILE, path: 'modules', message: `no module lists ${id}, expected one` })),
    ...short,
    ...few,
  ];
}
