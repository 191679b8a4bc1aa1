import type { Course } from '@/schemas/course';
import type { HandIn } from '@/schemas/scenario';

/** A model answer of an exercise, as a learner might write it. */
export function modelRecord(course: Course, scenarioId: string): HandIn {
  const exercise = course.exercises.find(({ scenario }) => scenario.id === scenarioId);
  const sample = exercise?.samples.find(({ model }) => model);
  if (!sample) throw new Error(`${scenarioId} has no model answer`);
  return sample.handIn;
}
