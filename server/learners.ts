import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import type { Db, Tx } from './db/open-database';
import { SELF_PACED_COHORT } from './self-paced-cohort';

/** Gives a person their learner row and their place in the self-paced cohort. Running it twice changes nothing. */
export async function ensureLearner(db: Db | Tx, id: LearnerId, now: number): Promise<void> {
  await db
    .insertInto('learners')
    .values({ id, createdAt: now, lastActiveAt: now, mergedInto: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  await db
    .insertInto('enrolments')
    .values({ learnerId: id, cohortId: SELF_PACED_COHORT.id, role: 'learner', status: 'active', enrolledAt: now })
    .onConflict((conflict) => conflict.columns(['learnerId', 'cohortId', 'role']).doNothing())
    .execute();
}

/**
 * First statement of every write: holds this learner's row until the transaction ends, so that two writes of one
 * learner follow one another on both engines, and notes the activity. A guest whose work has just been moved to an
 * account is followed there, so that a request in flight cannot write to a learner that nobody is any more.
 */
export async function lockLearner(tx: Tx, id: LearnerId, now: number): Promise<LearnerId> {
  const row = await tx
    .updateTable('learners')
    .set((eb) => ({ lastActiveAt: now, writes: eb('writes', '+', 1) }))
    .where('id', '=', id)
    .returning('mergedInto')
    .executeTakeFirst();
  if (!row) throw new Error(`there is no learner ${id}`);
  return row.mergedInto === null ? id : lockLearner(tx, LearnerIdSchema.parse(row.mergedInto), now);
}

/** Like `lockLearner`, for what others do to a learner's rows: it is no sign of life of theirs. */
export async function holdLearner(tx: Tx, id: LearnerId): Promise<LearnerId> {
  const row = await tx
    .updateTable('learners')
    .set((eb) => ({ writes: eb('writes', '+', 1) }))
    .where('id', '=', id)
    .returning('mergedInto')
    .executeTakeFirst();
  if (!row) throw new Error(`there is no learner ${id}`);
  return row.mergedInto === null ? id : holdLearner(tx, LearnerIdSchema.parse(row.mergedInto));
}
