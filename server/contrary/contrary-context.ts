import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { varyExercise } from '@/course/vary-exercise';
import { descriptorsOpen } from '@/grader/passing';
import type { ContraryCase } from '@/schemas/contrary';
import type { Exercise } from '@/schemas/course';
import type { SubmissionId } from '@/schemas/ids';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { contentHash } from '../db/json';
import { type StoredHandIn, selectGraded, summariseHandIns } from '../submissions';

/** One's own graded hand-in with the cases of its exercise. Server only: cases hold their statements. */
export interface ContraryContext {
  readonly handIn: StoredHandIn;
  readonly exercise: Exercise;
  readonly cases: readonly ContraryCase[];
  /** The case that was opened for this hand-in; null before, and where it was taken out of the course since. */
  readonly opened: ContraryCase | null;
}

/** Null for an unknown id, anybody else's hand-in, one whose grade is not there or held back, and where no case is written. */
export async function selectContraryContext(actor: Actor, submissionId: SubmissionId): Promise<ContraryContext | null> {
  const handIn = await selectGraded(submissionId, async (ownerId) => ownerId === actor.learnerId);
  if (!handIn?.grade || handIn.isWithheld) return null;
  const base = selectOptionalExercise(await getCourse(), handIn.scenarioId);
  const exercise = base && varyExercise(base, handIn.variant);
  if (!exercise?.contrary) return null;
  const { cases } = exercise.contrary;
  const opening = await database()
    .selectFrom('contrary_openings')
    .select('caseId')
    .where('submissionId', '=', submissionId)
    .executeTakeFirst();
  return { handIn, exercise, cases, opened: cases.find(({ id }) => id === opening?.caseId) ?? null };
}

/** Whether what is secret until passing is open to its learner; while a grade is held back it is not. */
export async function isExerciseOpen({ learnerId }: Actor, { scenarioId }: StoredHandIn): Promise<boolean> {
  const handIns = await summariseHandIns(learnerId, scenarioId);
  if (handIns.some((handIn) => handIn.isWithheld)) return false;
  return descriptorsOpen({ isPassed: handIns.some(({ isPassed }) => isPassed), handIns: handIns.length });
}

const short = (value: unknown) => contentHash(value).slice(0, 16);

/** Names the case as it reads now: a page that was opened with another text is out of date. */
export const textHashOf = (one: ContraryCase): string => short({ id: one.id, case: one.case });
/** Names what a grade rests on. */
export const caseHashOf = (one: ContraryCase): string => short(one);
