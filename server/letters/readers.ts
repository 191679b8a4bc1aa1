import 'server-only';
import type { Letters } from '@/schemas/letter';
import { PreferencesSchema } from '@/schemas/roster';
import { shownAddress, storedTruth } from '../accounts/addresses';
import { fromJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';

/** Somebody who can be written to: an account whose address was confirmed by a link that was sent there. */
export interface Reader {
  readonly learnerId: string;
  readonly email: string;
  readonly letters: Letters;
  /** Of the choice for letters, of the cards under review, or UTC. */
  readonly timeZone: string;
}

/** Those of these people who can be written to, with what they want. */
export async function selectReaders(db: Db | Tx, learnerIds: readonly string[]): Promise<Reader[]> {
  if (learnerIds.length === 0) return [];
  const rows = await db
    .selectFrom('user')
    .innerJoin('learners', 'learners.id', 'user.id')
    .leftJoin('preferences', 'preferences.learnerId', 'user.id')
    .leftJoin('recall_states', 'recall_states.learnerId', 'user.id')
    .select(['user.id as learnerId', 'user.email', 'preferences.preferences', 'recall_states.timeZone'])
    .where('user.id', 'in', learnerIds)
    .where('user.emailVerified', '=', storedTruth(true))
    .where('learners.mergedInto', 'is', null)
    .execute();
  return rows.flatMap(({ learnerId, email, preferences, timeZone }) => {
    const address = shownAddress(email);
    if (address === null) return [];
    const { letters } = preferences ? fromJson(preferences, PreferencesSchema) : PreferencesSchema.parse({});
    return [{ learnerId, email: address, letters, timeZone: letters.timeZone ?? timeZone ?? 'UTC' }];
  });
}
