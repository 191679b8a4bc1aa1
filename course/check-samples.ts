import type { Course, Exercise } from '@/schemas/course';
import type { Problem } from './problem';
import { FEWEST_SAMPLES, measureExercise, type SampleAgreement } from './sample-agreement';

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
  const measured = course.exercises.map((exercise) => ({ exercise, agreement: measureExercise(exercise) }));
  return {
    problems: measured.flatMap(({ exercise, agreement }) => problemsOf(exercise, agreement)),
    agreements: measured.map(({ agreement }) => agreement),
  };
}
