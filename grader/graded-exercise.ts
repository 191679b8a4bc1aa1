import type { Exercise } from '@/schemas/course';

/** What a grade needs to know of an exercise. */
export type GradedExercise = Pick<Exercise, 'scenario' | 'rubric' | 'probes' | 'rubricHash'> &
  Partial<Pick<Exercise, 'variation'>>;
