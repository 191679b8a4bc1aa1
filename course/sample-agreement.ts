import { gradeHandIn } from '@/grader/grade-hand-in';
import { type KappaInterval, kappaInterval } from '@/grader/statistics/kappa-interval';
import type { Exercise } from '@/schemas/course';
import { LEVEL_SHARE } from '@/schemas/rubric';
import type { Sample } from '@/schemas/sample';

/** Below this many marked samples an agreement says nothing. */
export const FEWEST_SAMPLES = 8;

/** How the grader's levels compare with those the markers gave, for one exercise. */
export interface SampleAgreement extends KappaInterval {
  readonly exercise: string;
  readonly samples: number;
  readonly criteria: number;
  readonly same: number;
}

type Pairs = readonly (readonly [number, number])[];

/** 0, 1 and 2 for none, half and full: what the grader gives and what the marker gave. */
function compare(exercise: Exercise, sample: Sample): Pairs {
  return gradeHandIn(exercise, sample.handIn).criteria.map(
    ({ id, level }) => [2 * LEVEL_SHARE[level], 2 * LEVEL_SHARE[sample.expected.levels[id] ?? 'none']] as const,
  );
}

function summarise(exercise: Exercise, pairs: readonly Pairs[]): SampleAgreement {
  const all = pairs.flat();
  return {
    exercise: exercise.scenario.id,
    samples: pairs.length,
    criteria: all.length,
    same: all.filter(([given, reference]) => given === reference).length,
    ...kappaInterval(pairs, 3),
  };
}

/** Grades every sample of an exercise with the shipped weights, as if it were handed in, and compares. */
export function measureExercise(exercise: Exercise): SampleAgreement {
  return summarise(
    exercise,
    exercise.samples.map((sample) => compare(exercise, sample)),
  );
}

/** The same for a server that has others to answer: between two samples it lets them have their turn. */
export async function measureExerciseInTurns(exercise: Exercise): Promise<SampleAgreement> {
  const pairs: Pairs[] = [];
  for (const sample of exercise.samples) {
    await new Promise((resolve) => setImmediate(resolve));
    pairs.push(compare(exercise, sample));
  }
  return summarise(exercise, pairs);
}
