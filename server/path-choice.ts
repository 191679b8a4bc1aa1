import 'server-only';
import { getCourse } from '@/course/course';
import { selectOptionalPath } from '@/course/select';
import type { PathId } from '@/schemas/ids';
import type { LearningPath } from '@/schemas/learning-path';
import type { Outcome } from '@/schemas/outcome';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import { lockLearner } from './learners';

/** The path that somebody follows; null for a visitor, for the whole course, and for a path taken out of it since. */
export async function selectChosenPath(actor: Actor | null): Promise<LearningPath | null> {
  if (!actor) return null;
  const row = await database()
    .selectFrom('path_choices')
    .select('pathId')
    .where('learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  return row ? selectOptionalPath(await getCourse(), row.pathId) : null;
}

/** Follows a path from now on; null goes back to the whole course. What was done before counts as before. */
export async function choosePath(
  actor: Actor,
  pathId: PathId | null,
): Promise<Outcome<{ pathId: PathId | null }, 'unknown-path'>> {
  if (pathId !== null && !selectOptionalPath(await getCourse(), pathId)) return { ok: false, reason: 'unknown-path' };
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    if (pathId === null) await tx.deleteFrom('path_choices').where('learnerId', '=', learnerId).execute();
    else
      await tx
        .insertInto('path_choices')
        .values({ learnerId, pathId, chosenAt: now })
        .onConflict((conflict) => conflict.column('learnerId').doUpdateSet({ pathId, chosenAt: now }))
        .execute();
    return { ok: true, value: { pathId } };
  });
}
