import 'server-only';
import { type Preferences, PreferencesSchema } from '@/schemas/roster';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import { fromJson, toJson } from './db/json';
import { lockLearner } from './learners';

/** What a person chose, or the defaults. */
export async function selectPreferences(actor: Actor | null): Promise<Preferences> {
  if (!actor) return PreferencesSchema.parse({});
  const row = await database()
    .selectFrom('preferences')
    .select('preferences')
    .where('learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  return row ? fromJson(row.preferences, PreferencesSchema) : PreferencesSchema.parse({});
}

/** Stores what a person chose. */
export async function savePreferences(actor: Actor, preferences: Preferences): Promise<Preferences> {
  return inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    const stored = toJson(preferences);
    await tx
      .insertInto('preferences')
      .values({ learnerId, preferences: stored })
      .onConflict((conflict) => conflict.column('learnerId').doUpdateSet({ preferences: stored }))
      .execute();
    return preferences;
  });
}
