import 'server-only';
import type { Tx } from '../db/open-database';

/** Every table that says in a column `cohortId` to which cohort its row belongs, and whose rows go with it. */
export const TABLES_OF_COHORT = ['live_rounds', 'review_samples', 'invites', 'regrades', 'enrolments'] as const;

/** Removes a cohort with what hangs on it, and says how much that was. People and their work hang on nothing of it. */
export async function dropCohort(tx: Tx, cohortId: string): Promise<Record<(typeof TABLES_OF_COHORT)[number], number>> {
  const invites = tx.selectFrom('invites').select('id').where('cohortId', '=', cohortId);
  await tx.deleteFrom('invite_uses').where('inviteId', 'in', invites).execute();
  const rounds = tx.selectFrom('live_rounds').select('id').where('cohortId', '=', cohortId);
  await tx.deleteFrom('live_votes').where('roundId', 'in', rounds).execute();
  // Grades that a regrade changed keep their history, which names the regrade; only its list goes.
  const regrades = tx.selectFrom('regrades').select('id').where('cohortId', '=', cohortId);
  await tx.deleteFrom('regrade_lines').where('regradeId', 'in', regrades).execute();
  const gone = { live_rounds: 0, review_samples: 0, invites: 0, regrades: 0, enrolments: 0 };
  for (const table of TABLES_OF_COHORT) {
    const deleted = await tx.deleteFrom(table).where('cohortId', '=', cohortId).executeTakeFirst();
    gone[table] = Number(deleted.numDeletedRows);
  }
  await tx.deleteFrom('cohorts').where('id', '=', cohortId).execute();
  return gone;
}
