import 'server-only';
import { nextVariant } from '@/course/choose-variant';
import { getCourse } from '@/course/course';
import { selectOptionalExercise } from '@/course/select';
import { countVariants } from '@/course/vary-exercise';
import type { Exercise } from '@/schemas/course';
import type { LearnerId, ScenarioId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { PartialHandIn } from '@/schemas/scenario';
import type { Actor } from '../actor';
import { inTransaction } from '../db/database';
import type { Tx } from '../db/open-database';
import { putDraftAside } from '../drafts';
import { lockLearner } from '../learners';
import { newId } from '../new-id';
import { type CurrentAttempt, openAttempt } from './current-attempt';
import { exerciseHash } from './exercise-hash';
import { readStudySeed } from './study-seed';

export interface StartedOver {
  readonly attempt: number;
  /** The working copy of the attempt before, for the browser to keep within reach; null where there was none. */
  readonly setAside: PartialHandIn | null;
}

type Refusal = 'unknown-exercise' | 'no-variants' | 'nothing-handed-in' | 'attempt-closed';

async function countHandIns(tx: Tx, attemptId: string): Promise<number> {
  const row = await tx
    .selectFrom('submissions')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('attemptId', '=', attemptId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

async function openNext(tx: Tx, learnerId: LearnerId, exercise: Exercise, last: CurrentAttempt, now: number) {
  const scenarioId = exercise.scenario.id;
  const number = last.number + 1;
  const seed = await readStudySeed(tx, learnerId);
  const variant = nextVariant(seed, scenarioId, number, last.variant, countVariants(exercise));
  await tx
    .insertInto('attempts')
    .values({ id: newId(), learnerId, scenarioId, number, variant, openedAt: now, contentHash: exerciseHash(exercise) })
    .execute();
  return number;
}

/**
 * Closes attempt `from` and opens the next with other figures. The working copy is put aside and kept; hand-ins stay,
 * each with its own figures. A second click, or a retry, finds the new attempt empty and gets the same answer.
 */
export async function startOver(
  actor: Actor,
  scenarioId: ScenarioId,
  from: number,
): Promise<Outcome<StartedOver, Refusal>> {
  const exercise = selectOptionalExercise(await getCourse(), scenarioId);
  if (!exercise) return { ok: false, reason: 'unknown-exercise' };
  if (countVariants(exercise) === 1) return { ok: false, reason: 'no-variants' };
  return inTransaction(async (tx): Promise<Outcome<StartedOver, Refusal>> => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const last = await openAttempt(tx, learnerId, exercise, now);
    const handIns = await countHandIns(tx, last.id);
    if (last.number === from + 1 && handIns === 0) return { ok: true, value: { attempt: last.number, setAside: null } };
    if (last.number !== from) return { ok: false, reason: 'attempt-closed' };
    if (handIns === 0) return { ok: false, reason: 'nothing-handed-in' };
    const attempt = await openNext(tx, learnerId, exercise, last, now);
    return { ok: true, value: { attempt, setAside: await putDraftAside(tx, learnerId, scenarioId, now) } };
  });
}
