import 'server-only';
import { firstVariant } from '@/course/choose-variant';
import { countVariants, hasVariant } from '@/course/vary-exercise';
import type { Exercise } from '@/schemas/course';
import type { LearnerId } from '@/schemas/ids';
import type { Db, Tx } from '../db/open-database';
import { newId } from '../new-id';
import { exerciseHash } from './exercise-hash';
import { readStudySeed } from './study-seed';

/** Where somebody is at an exercise: which attempt, and told with which figures. */
export interface CurrentAttempt {
  readonly number: number;
  readonly variant: number;
  /** What the exercise was when the attempt began; null where none is open, or was before that was kept. */
  readonly contentHash: string | null;
}

async function readLatest(db: Db | Tx, learnerId: LearnerId, scenarioId: string) {
  return db
    .selectFrom('attempts')
    .select(['id', 'number', 'variant', 'contentHash'])
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
}

/** Drafts from before variants have no attempt yet; what is written there is about the figures of the files. */
async function hasDraft(db: Db | Tx, learnerId: LearnerId, scenarioId: string): Promise<boolean> {
  const row = await db
    .selectFrom('drafts')
    .select('version')
    .where('learnerId', '=', learnerId)
    .where('scenarioId', '=', scenarioId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The attempt somebody is at; where none is open yet, the one that their first save will open. */
export async function readCurrentAttempt(
  db: Db | Tx,
  learnerId: LearnerId,
  exercise: Exercise,
): Promise<CurrentAttempt> {
  const scenarioId = exercise.scenario.id;
  const latest = await readLatest(db, learnerId, scenarioId);
  if (latest) return { number: latest.number, variant: latest.variant, contentHash: latest.contentHash };
  if (await hasDraft(db, learnerId, scenarioId)) return { number: 1, variant: 0, contentHash: null };
  const seed = await readStudySeed(db, learnerId);
  return { number: 1, variant: firstVariant(seed, scenarioId, countVariants(exercise)), contentHash: null };
}

/**
 * The attempt that work is written to, opened now if there is none. From here on its figures are stored: neither new
 * content nor another seed changes them. One whose figures the content has lost goes on with those of the files.
 */
export async function openAttempt(
  tx: Tx,
  learnerId: LearnerId,
  exercise: Exercise,
  now: number,
): Promise<CurrentAttempt & { readonly id: string }> {
  const scenarioId = exercise.scenario.id;
  const latest = await readLatest(tx, learnerId, scenarioId);
  if (latest) return latest;
  const { number, variant } = await readCurrentAttempt(tx, learnerId, exercise);
  const id = newId();
  await tx
    .insertInto('attempts')
    .values({ id, learnerId, scenarioId, number, variant, openedAt: now, contentHash: exerciseHash(exercise) })
    .execute();
  return { id, number, variant, contentHash: exerciseHash(exercise) };
}

/** Whether the figures that an attempt began with are gone from the content. */
export const isReplaced = (exercise: Exercise, variant: number): boolean => !hasVariant(exercise, variant);
