import 'server-only';
import { inTransaction, openedDatabase } from './db/database';
import type { Tx } from './db/open-database';

/** How long the work of a guest who does not come back is kept. People are told this number. */
export const GUEST_DAYS = 180;
const BATCH = 200;

async function deleteLearners(tx: Tx, ids: readonly string[]): Promise<void> {
  const attempts = tx.selectFrom('quiz_attempts').select('id').where('learnerId', 'in', ids);
  const submissions = tx.selectFrom('submissions').select('id').where('learnerId', 'in', ids);
  await tx.deleteFrom('item_responses').where('attemptId', 'in', attempts).execute();
  await tx.deleteFrom('opinions').where('submissionId', 'in', submissions).execute();
  await tx.deleteFrom('grades').where('submissionId', 'in', submissions).execute();
  const ofLearner = [
    'quiz_attempts',
    'submissions',
    'attempts',
    'lesson_reads',
    'drafts',
    'draft_conflicts',
    'learner_items',
    'learner_exercises',
    'preferences',
    'opinion_choices',
    'enrolments',
    'one_time_links',
  ] as const;
  for (const table of ofLearner) await tx.deleteFrom(table).where('learnerId', 'in', ids).execute();
  await tx.deleteFrom('learners').where('id', 'in', ids).execute();
  // Sessions of a user go with the user.
  await tx.deleteFrom('user').where('id', 'in', ids).execute();
}

/** Holds the rows that are still stale: a guest who has come back in this moment keeps everything. */
async function lockStale(tx: Tx, ids: readonly string[], before: number): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .updateTable('learners')
    .set((eb) => ({ lastActiveAt: eb.ref('lastActiveAt') }))
    .where('id', 'in', ids)
    .where('lastActiveAt', '<', before)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Removes guests who have not been here for GUEST_DAYS, with their work, and says how many. Accounts are never touched. */
export async function purgeGuests(now = Date.now()): Promise<number> {
  const anonymous = openedDatabase().address.engine === 'postgres' ? true : 1;
  const before = now - GUEST_DAYS * 86_400_000;
  for (let removed = 0; ; ) {
    const count = await inTransaction(async (tx) => {
      const rows = await tx
        .selectFrom('learners')
        .innerJoin('user', 'user.id', 'learners.id')
        .select('learners.id')
        .where('isAnonymous', '=', anonymous)
        .where('lastActiveAt', '<', before)
        .limit(BATCH)
        .execute();
      const ids = await lockStale(
        tx,
        rows.map((row) => row.id),
        before,
      );
      if (ids.length > 0) await deleteLearners(tx, ids);
      return rows.length;
    });
    removed += count;
    if (count < BATCH) return removed;
  }
}
