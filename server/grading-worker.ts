import { parentPort } from 'node:worker_threads';
import { gradeRebuttal } from '@/grader/contrary/grade-rebuttal';
import type { RebuttalJob, RebuttalSource } from '@/grader/contrary/rebuttal-source';
import { gradeHandIn } from '@/grader/grade-hand-in';
import type { GradedExercise } from '@/grader/graded-exercise';
import { gradeTwist } from '@/grader/twists/grade-twist';
import type { TwistRound, TwistSource } from '@/grader/twists/twist-source';
import type { Grade } from '@/schemas/grade';
import type { RebuttalGrade } from '@/schemas/rebuttal';
import type { HandIn } from '@/schemas/scenario';
import type { TwistGrade } from '@/schemas/twist-grade';

/** What the thread is asked. Exercises come as JSON, so that one read before is known again by its text. */
export interface GradingJob {
  readonly exercise: string;
  readonly handIn: HandIn;
}
/** A twist round; `source` is the JSON of its TwistSource. */
export interface RoundJob extends Omit<TwistRound, 'source'> {
  readonly source: string;
}

/** A reply to the other side; `contrary` is the JSON of its RebuttalSource. */
export interface ContraryJob extends Omit<RebuttalJob, 'source'> {
  readonly contrary: string;
}

export type GradingReply = { readonly grade: Grade } | { readonly error: string };
export type RoundReply = { readonly roundGrade: TwistGrade } | { readonly error: string };
export type ContraryReply = { readonly rebuttalGrade: RebuttalGrade } | { readonly error: string };
export type AnyJob = GradingJob | RoundJob | ContraryJob;

/** What was read before: preparing an exercise costs more than grading by it. */
function remembering<Value>(): (json: string) => Value {
  const known = new Map<string, Value>();
  return (json) => {
    const before = known.get(json);
    if (before) return before;
    if (known.size >= MOST_KEPT) known.clear();
    const value: Value = JSON.parse(json);
    known.set(json, value);
    return value;
  };
}
const MOST_KEPT = 100;
const exerciseOf = remembering<GradedExercise>();
const sourceOf = remembering<TwistSource>();
const contraryOf = remembering<RebuttalSource>();

function reply(job: AnyJob): GradingReply | RoundReply | ContraryReply {
  try {
    if ('source' in job) return { roundGrade: gradeTwist({ ...job, source: sourceOf(job.source) }) };
    if ('contrary' in job) return { rebuttalGrade: gradeRebuttal({ ...job, source: contraryOf(job.contrary) }) };
    return { grade: gradeHandIn(exerciseOf(job.exercise), job.handIn) };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (job: AnyJob) => parentPort?.postMessage(reply(job)));
parentPort?.postMessage('ready');
