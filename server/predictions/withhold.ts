import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';

/**
 * Whether a grade is held back from its learner, by `predictions.status` of its submission. Null: nobody asked, as for
 * everything handed in before there were predictions, and for people who do not want to be asked.
 */
export function isWithheld(status: string | null): boolean {
  return status === 'asked';
}

/** Shows every result of a learner that still waits for a prediction. */
export async function skipAllPredictions(tx: Tx, learnerId: LearnerId, now: number): Promise<void> {
  await tx
    .updateTable('predictions')
    .set({ status: 'skipped', answeredAt: now })
    .where('status', '=', 'asked')
    .where('submissionId', 'in', (query) =>
      query.selectFrom('submissions').select('id').where('learnerId', '=', learnerId),
    )
    .execute();
}
