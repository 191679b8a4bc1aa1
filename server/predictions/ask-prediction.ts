import 'server-only';
import type { LearnerId, SubmissionId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';
import { readPreferences } from '../preferences';

/** Asks for a prediction unless its learner never wants to be asked. In the transaction that stores the submission. */
export async function askPrediction(
  tx: Tx,
  learnerId: LearnerId,
  submissionId: SubmissionId,
  now: number,
): Promise<void> {
  const preferences = await readPreferences(tx, learnerId);
  if (preferences.predictions === 'never') return;
  await tx
    .insertInto('predictions')
    .values({ submissionId, status: 'asked', criteria: null, askedAt: now, answeredAt: null })
    .execute();
}
