import 'server-only';
import { database } from '../db/database';
import { letOthers } from '../let-others';

/** Few enough that one round does not hold up the requests between which it runs. */
const AT_ONCE = 100;

/** Gives the active learners of a cohort to `work`, a hundred at a time, in the order of their ids. */
export async function eachLearner(cohortId: string, work: (learnerIds: string[]) => Promise<void>): Promise<void> {
  for (let after = ''; ; ) {
    const rows = await database()
      .selectFrom('enrolments')
      .select('learnerId')
      .where('cohortId', '=', cohortId)
      .where('role', '=', 'learner')
      .where('status', '=', 'active')
      .where('learnerId', '>', after)
      .orderBy('learnerId')
      .limit(AT_ONCE)
      .execute();
    if (rows.length > 0) await work(rows.map(({ learnerId }) => learnerId));
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.learnerId;
    // SQLite answers at once and in this thread: requests get their turn here.
    await letOthers();
  }
}
