import { parentPort } from 'node:worker_threads';
import { gradeHandIn } from '@/grader/grade-hand-in';
import type { GradedExercise } from '@/grader/graded-exercise';
import type { Grade } from '@/schemas/grade';
import type { HandIn } from '@/schemas/scenario';

/** What the thread is asked. The exercise comes as JSON, so that one read before is known again by its text. */
export interface GradingJob {
  readonly exercise: string;
  readonly handIn: HandIn;
}

export type GradingReply = { readonly grade: Grade } | { readonly error: string };

/** Exercises that were read before: preparing one costs more than grading by it. */
const exercises = new Map<string, GradedExercise>();
const MOST_KEPT = 100;

function exerciseOf(json: string): GradedExercise {
  const known = exercises.get(json);
  if (known) return known;
  if (exercises.size >= MOST_KEPT) exercises.clear();
  const exercise: GradedExercise = JSON.parse(json);
  exercises.set(json, exercise);
  return exercise;
}

function reply({ exercise, handIn }: GradingJob): GradingReply {
  try {
    return { grade: gradeHandIn(exerciseOf(exercise), handIn) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: GradingJob) => parentPort?.postMessage(reply(job)));
parentPort?.postMessage('ready');
