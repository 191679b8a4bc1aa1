import { LEVEL_SHARE } from '@/schemas/rubric';
import type { Sample } from '@/schemas/sample';
import type { GradedExercise } from '../graded-exercise';

/** A sample with the levels its marker gave, in the order of the rubric: 0, 0.5 or 1. */
export interface LabelledAnswer {
  readonly exercise: GradedExercise;
  readonly sample: Sample;
  readonly labels: readonly number[];
  readonly points: number;
}

/** The sample as a labelled answer to its exercise. */
export function labelAnswer(exercise: GradedExercise, sample: Sample): LabelledAnswer {
  const levels = exercise.rubric.criteria.map(({ id, points }) => ({
    share: LEVEL_SHARE[sample.expected.levels[id] ?? 'none'],
    points,
  }));
  return {
    exercise,
    sample,
    labels: levels.map(({ share }) => share),
    points: levels.reduce((sum, { share, points }) => sum + share * points, 0),
  };
}
