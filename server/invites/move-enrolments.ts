import 'server-only';
import type { Tx } from '../db/open-database';

/** A guest's places in cohorts become the account's; where the account was taken out of one, it stays out. */
export async function moveEnrolments(tx: Tx, from: string, to: string): Promise<void> {
  const places = await tx
    .selectFrom('enrolments')
    .selectAll()
    .where('learnerId', '=', from)
    .where('status', '=', 'active')
    .execute();
  for (const place of places)
    await tx
      .insertInto('enrolments')
      .values({ ...place, learnerId: to })
      .onConflict((conflict) => conflict.columns(['learnerId', 'cohortId', 'role']).doNothing())
      .execute();
  await tx.updateTable('enrolments').set({ status: 'withdrawn' }).where('learnerId', '=', from).execute();
  const known = tx.selectFrom('invite_uses').select('inviteId').where('learnerId', '=', to);
  await tx.deleteFrom('invite_uses').where('learnerId', '=', from).where('inviteId', 'in', known).execute();
  await tx.updateTable('invite_uses').set({ learnerId: to }).where('learnerId', '=', from).execute();
}
