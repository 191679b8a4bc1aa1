import type { Course, Exercise } from '@/schemas/course';
import { checkContrary } from './check-contrary';
import { checkModelAnswers } from './check-model-answers';
import { checkPanel } from './check-panel';
import { checkProbes } from './check-probes';
import { checkReread } from './check-reread';
import { checkTwists } from './check-twists';
import { checkVariants } from './check-variants';
import { findDuplicates } from './find-duplicates';
import type { KnownIds } from './known-ids';
import type { LoadedSample } from './load-exercises';
import type { Problem } from './problem';

/** The level ladder gives none, half and all of a criterion's points; a rubric as a whole is worth this much. */
const RUBRIC_POINTS = 20;

export function checkExercises(course: Course, samples: readonly LoadedSample[], known: KnownIds): Problem[] {
  const criteria = course.exercises.flatMap(({ rubric, scenario }) =>
    rubric.criteria.map(({ id }, index) => ({
      id,
      file: `exercises/${scenario.id}/rubric.yaml`,
      path: `criteria[${index}].id`,
    })),
  );
  return [
    ...findDuplicates('criterion', criteria),
    ...course.exercises.flatMap((exercise) => [
      ...checkScenario(exercise, known.cases),
      ...checkRubric(exercise),
      ...checkProbes(exercise, known),
      ...checkReread(exercise, known),
      ...checkModelAnswers(exercise),
      ...checkTwists(exercise),
      ...checkVariants(exercise),
      ...checkContrary(exercise),
      ...checkPanel(exercise),
    ]),
    ...samples.flatMap((sample) => {
      const exercise = course.exercises.find(({ scenario }) => scenario.id === sample.exercise);
      return exercise ? checkSample(sample, exercise) : [];
    }),
  ];
}

function checkScenario({ scenario }: Exercise, cases: ReadonlySet<string>): Problem[] {
  const file = `exercises/${scenario.id}/scenario.yaml`;
  return [
    ...scenario.anchors.flatMap((id, index) =>
      cases.has(id)
        ? []
        : [{ file, path: `anchors[${index}]`, message: `names ${id}, expected an id of library/cases.yaml` }],
    ),
    ...findDuplicates(
      'component',
      scenario.components.map(({ id }, index) => ({ id, file, path: `components[${index}].id` })),
    ),
  ];
}

function checkRubric({ scenario, rubric }: Exercise): Problem[] {
  const sum = rubric.criteria.reduce((total, { points }) => total + points, 0);
  if (sum === RUBRIC_POINTS) return [];
  const file = `exercises/${scenario.id}/rubric.yaml`;
  return [{ file, path: 'criteria', message: `points add up to ${sum}, expected ${RUBRIC_POINTS}` }];
}

function checkSample({ file, sample }: LoadedSample, { scenario, rubric }: Exercise): Problem[] {
  const compare = (path: string, found: readonly string[], wanted: readonly string[], noun: string): Problem[] => [
    ...wanted
      .filter((id) => !found.includes(id))
      .map((id) => ({ file, path, message: `says nothing about ${id}, expected each ${noun}` })),
    ...found
      .filter((id) => !wanted.includes(id))
      .map((id) => ({ file, path, message: `names ${id}, expected one of ${wanted.join(', ')}` })),
  ];
  const components = scenario.components.map(({ id }) => id);
  const criteria = rubric.criteria.map(({ id }) => id);
  return [
    ...compare('handIn.choices', Object.keys(sample.handIn.choices), components, 'component'),
    ...compare('expected.levels', Object.keys(sample.expected.levels), criteria, 'criterion'),
  ];
}
