import 'server-only';
import { firstVariant } from '@/course/choose-variant';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { countVariants, varyExercise } from '@/course/vary-exercise';
import type { Exercise } from '@/schemas/course';
import type { ScenarioId, SubmissionId } from '@/schemas/ids';
import { type PublicScenario, toPublicScenario } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { database } from '../db/database';
import { isReplaced, readCurrentAttempt } from './current-attempt';
import { exerciseHash } from './exercise-hash';
import { parseSeed } from './study-seed-cookie';

/** An exercise as somebody is to see it. Server only: it holds all of its secrets. */
export interface ExerciseNow {
  readonly exercise: Exercise;
  readonly attempt: number;
  /** The figures of this attempt are gone from the content; it goes on with those of the files. */
  readonly isReplaced: boolean;
  /** Brief, rubric or statements are others than when the attempt began. */
  readonly isChanged: boolean;
  /** There are other figures to start over with … */
  readonly hasOthers: boolean;
  /** … once something was handed in with these. */
  readonly hasHandIn: boolean;
}

async function hasHandIn(actor: Actor, scenarioId: ScenarioId, attempt: number): Promise<boolean> {
  const row = await database()
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .select('submissions.id')
    .where('submissions.learnerId', '=', actor.learnerId)
    .where('submissions.scenarioId', '=', scenarioId)
    .where('attempts.number', '=', attempt)
    .executeTakeFirst();
  return row !== undefined;
}

/** The exercise with the figures of one's attempt; for a visitor with those that their first save will keep. */
export async function selectExerciseNow(
  actor: Actor | null,
  exercise: Exercise,
  seedCookie: string | undefined,
): Promise<ExerciseNow> {
  const count = countVariants(exercise);
  const visitor = () => ({
    number: 1,
    variant: firstVariant(parseSeed(seedCookie) ?? 0, exercise.scenario.id, count),
    contentHash: null,
  });
  const { number, variant, contentHash } = actor
    ? await readCurrentAttempt(database(), actor.learnerId, exercise)
    : visitor();
  return {
    exercise: varyExercise(exercise, variant),
    attempt: number,
    isReplaced: isReplaced(exercise, variant),
    isChanged: contentHash !== null && contentHash !== exerciseHash(exercise),
    hasOthers: count > 1,
    hasHandIn: actor !== null && (await hasHandIn(actor, exercise.scenario.id, number)),
  };
}

/** What a page says about the figures of one hand-in. */
export interface FiguresOfHandIn {
  readonly attempt: number;
  /** The content no longer has these figures: what is shown from the exercise has today's. */
  readonly isReplaced: boolean;
  /** The exercise was started over since: it has other figures now. */
  readonly isClosed: boolean;
  /** The brief as the hand-in had it, where the exercise page shows another now. */
  readonly scenario: PublicScenario | null;
}

/** About the figures of one's own hand-in; null for an unknown id and for anybody else's. */
export async function selectFigures(actor: Actor, submissionId: SubmissionId): Promise<FiguresOfHandIn | null> {
  const row = await database()
    .selectFrom('submissions')
    .innerJoin('attempts', 'attempts.id', 'submissions.attemptId')
    .select(['submissions.scenarioId', 'attempts.number', 'attempts.variant'])
    .where('submissions.id', '=', submissionId)
    .where('submissions.learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  const exercise = row && selectOptionalExercise(await getCourse(), row.scenarioId);
  if (!row || !exercise) return null;
  const now = await readCurrentAttempt(database(), actor.learnerId, exercise);
  const isGone = isReplaced(exercise, row.variant);
  const isClosed = now.number > row.number;
  return {
    attempt: row.number,
    isReplaced: isGone,
    isClosed,
    scenario: isClosed && !isGone ? toPublicScenario(varyExercise(exercise, row.variant).scenario) : null,
  };
}
