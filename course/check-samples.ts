import { gradeHandIn } from '@/grader/grade-hand-in';
import { type KappaInterval, kappaInterval } from '@/grader/statistics/kappa-interval';
import type { Course, Exercise } from '@/schemas/course';
import { LEVEL_SHARE } from '@/schemas/rubric';
import type { Sample } from '@/schemas/sample';
import type { Problem } from './problem';

/** Below this many marked samples an agreement says nothing. */
const FEWEST_SAMPLES = 8;

/** How the grader's levels compare with those the markers gave, for one exercise. */
export interface SampleAgreement extends KappaInterval {
  readonly exercise: string;
  readonly samples: number;
  readonly criteria: number;
  readonly same: number;
}

/** 0, 1 and 2 for none, half and full: what the grader gives and what the marker gave. */
function compare(exercise: Exercise, sample: Sample): (readonly [number, number])[] {
  return gradeHandIn(exercise, sample.handIn).criteria.map(
    ({ id, level }) => [2 * LEVEL_SHARE[level], 2 * LEVEL_SHARE[sample.expected.levels[id] ?? 'none']] as const,
  );
}

function measure(exercise: Exercise): SampleAgreement {
  const pairs = exercise.samples.map((sample) => compare(exercise, sample));
  const all = pairs.flat();
  return {
    exercise: exercise.scenario.id,
    samples: pairs.length,
    criteria: all.length,
    same: all.filter(([given, reference]) => given === reference).length,
    ...kappaInterval(pairs, 3),
  };
}

function problemsOf({ scenario, rubric }: Exercise, { samples, kappa }: SampleAgreement): Problem[] {
  const file = `exercises/${scenario.id}/rubric.yaml`;
  if (rubric.agreement === undefined) return [];
  if (samples < FEWEST_SAMPLES)
    return [
      {
        file,
        path: 'agreement',
        message: `rests on ${samples} samples, expected at least ${FEWEST_SAMPLES} in samples/`,
      },
    ];
  if (kappa !== null && kappa >= rubric.agreement) return [];
  const found = kappa === null ? 'cannot be computed' : `is ${kappa.toFixed(2)}`;
  return [
    {
      file,
      path: 'agreement',
      message: `the grader's agreement with the ${samples} samples ${found}, expected at least ${rubric.agreement}`,
    },
  ];
}

/**
 * Grades every sample as if it were handed in and measures the agreement, exercise by exercise. An exercise whose
 * rubric states a least agreement and does not reach it is a problem.
 */
export function checkSamples(course: Course): { problems: Problem[]; agreements: SampleAgreement[] } {
  const measured = course.exercises.map((exercise) => ({ exercise, agreement: measure(exercise) }));
  return {
    problems: measured.flatMap(({ exercise, agreement }) => problemsOf(exercise, agreement)),
    agreements: measured.map(({ agreement }) => agreement),
  };
}
