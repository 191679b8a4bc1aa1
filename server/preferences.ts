import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import { type Preferences, PreferencesSchema } from '@/schemas/roster';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import { fromJson, toJson } from './db/json';
import type { Db, Tx } from './db/open-database';
import { lockLearner } from './learners';
import { skipAllPredictions } from './predictions/withhold';

/** The same inside a transaction, for a learner who is locked already. */
export async function readPreferences(db: Db | Tx, learnerId: LearnerId): Promise<Preferences> {
  const row = await db
    .selectFrom('preferences')
    .select('preferences')
    .where('learnerId', '=', learnerId)
    .executeTakeFirst();
  return row ? fromJson(row.preferences, PreferencesSchema) : PreferencesSchema.parse({});
}

/** What a person chose, or the defaults. */
export async function selectPreferences(actor: Actor | null): Promise<Preferences> {
  return actor ? readPreferences(database(), actor.learnerId) : PreferencesSchema.parse({});
}

/** Some of the preferences; what is absent or undefined stays as it was. */
export type ChangedPreferences = { readonly [Name in keyof Preferences]?: Preferences[Name] | undefined };

/** Stores what a person chose. Whoever no longer wants to be asked for predictions sees the results that wait for one. */
export async function savePreferences(actor: Actor, changed: ChangedPreferences): Promise<Preferences> {
  return inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const before = await readPreferences(tx, learnerId);
    const preferences: Preferences = {
      editor: changed.editor ?? before.editor,
      predictions: changed.predictions ?? before.predictions,
      reminders: changed.reminders ?? before.reminders,
      letters: changed.letters ?? before.letters,
      sharing: changed.sharing ?? before.sharing,
    };
    if (preferences.predictions === 'never') await skipAllPredictions(tx, learnerId, now);
    const stored = toJson(preferences);
    await tx
      .insertInto('preferences')
      .values({ learnerId, preferences: stored })
      .onConflict((conflict) => conflict.column('learnerId').doUpdateSet({ preferences: stored }))
      .execute();
    return preferences;
  });
}
