import { type LabelledAnswer, labelAnswer } from '@/grader/calibration/labelled-answer';
import type { Exercise } from '@/schemas/course';

/** All samples of all exercises with the levels of their markers, in the order of exercises and files. */
export const labelledSamples = (exercises: Iterable<Exercise>): LabelledAnswer[] =>
  [...exercises].flatMap((exercise) => exercise.samples.map((sample) => labelAnswer(exercise, sample)));
