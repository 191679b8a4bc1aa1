import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { descriptorsOpen } from '@/grader/passing';
import type { Exercise } from '@/schemas/course';
import type { SubmissionId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from '../actor';
import { type StoredHandIn, selectGraded, summariseHandIns } from '../submissions';
import { type FoundTwist, findTwist } from './round-source';
import { type RoundSummary, summariseRounds } from './rounds';

/** Whether twist `n` may be read: the first from the first graded hand-in on, each next one after a round at the one before. */
function isReadable(exercise: Exercise, n: number, rounds: readonly RoundSummary[], isOpen: boolean): boolean {
  const previous = exercise.twists?.twists[n - 2];
  return n === 1 || isOpen || rounds.some(({ twistId }) => twistId === previous?.id);
}

/** One's own graded hand-in with the rounds made at its exercise so far. */
export interface TwistContext {
  readonly handIn: StoredHandIn;
  readonly exercise: Exercise;
  readonly rounds: readonly RoundSummary[];
  readonly readable: (n: number) => boolean;
}

/** Null for an unknown id, for anybody else's hand-in, for one whose grade is missing or waits for a prediction, and where an exercise has no rounds. */
export async function selectTwistContext(actor: Actor, submissionId: SubmissionId): Promise<TwistContext | null> {
  const handIn = await selectGraded(submissionId, async (ownerId) => ownerId === actor.learnerId);
  if (!handIn?.grade || handIn.isWithheld) return null;
  const base = selectOptionalExercise(await getCourse(), handIn.scenarioId);
  const exercise = base && varyExercise(base, handIn.variant);
  if (!exercise?.twists) return null;
  const [rounds, handIns] = await Promise.all([
    summariseRounds(actor.learnerId, handIn.scenarioId),
    summariseHandIns(actor.learnerId, handIn.scenarioId),
  ]);
  const isOpen = descriptorsOpen({ isPassed: handIns.some(({ isPassed }) => isPassed), handIns: handIns.length });
  return { handIn, exercise, rounds, readable: (n) => isReadable(exercise, n, rounds, isOpen) };
}

export interface OpenTwist extends TwistContext {
  readonly found: FoundTwist;
}

/** A twist that the learner may read now, or why not. */
export async function openTwist(
  actor: Actor,
  submissionId: SubmissionId,
  n: number,
): Promise<Outcome<OpenTwist, 'unknown-submission' | 'unknown-twist' | 'twist-locked'>> {
  const context = await selectTwistContext(actor, submissionId);
  if (!context) return { ok: false, reason: 'unknown-submission' };
  const found = findTwist(context.exercise, n);
  if (!found) return { ok: false, reason: 'unknown-twist' };
  if (!context.readable(n)) return { ok: false, reason: 'twist-locked' };
  return { ok: true, value: { ...context, found } };
}
