import 'server-only';
import { PreferencesSchema, type Reminders } from '@/schemas/roster';
import { database } from './db/database';
import { fromJson } from './db/json';
import type { Db, Tx } from './db/open-database';

/** Those of these people who want a kind of reminder. Without a choice of their own they do. */
export async function wantingReminder(
  learnerIds: readonly string[],
  kind: keyof Reminders,
  db: Db | Tx = database(),
): Promise<string[]> {
  if (learnerIds.length === 0) return [];
  const rows = await db
    .selectFrom('preferences')
    .select(['learnerId', 'preferences'])
    .where('learnerId', 'in', learnerIds)
    .execute();
  const unwilling = new Set(
    rows
      .filter(({ preferences }) => !fromJson(preferences, PreferencesSchema).reminders[kind])
      .map(({ learnerId }) => learnerId),
  );
  return learnerIds.filter((id) => !unwilling.has(id));
}
