import 'server-only';
import { type LearnerId, LearnerIdSchema } from '@/schemas/ids';
import { database, inTransaction } from '../db/database';
import { toJson } from '../db/json';
import { holdLearner } from '../learners';
import { hashOfToken } from '../link-token';
import { readPreferences } from '../preferences';

async function readerBehind(token: string): Promise<LearnerId | null> {
  const row = await database()
    .selectFrom('letters')
    .select('learnerId')
    .where('tokenHash', '=', hashOfToken(token))
    .executeTakeFirst();
  return row ? LearnerIdSchema.parse(row.learnerId) : null;
}

const NONE = { dueSoon: false, overdue: false, feedback: false, digest: false, desk: false } as const;

/** What the link of a letter finds: letters that come, or none. It says nothing about whose they are. */
export async function selectLetterLink(token: string): Promise<'on' | 'stopped' | 'unknown'> {
  const learnerId = await readerBehind(token);
  if (!learnerId) return 'unknown';
  const { letters } = await readPreferences(database(), learnerId);
  return Object.keys(NONE).some((kind) => letters[kind as keyof typeof NONE]) ? 'on' : 'stopped';
}

/** Stops all letters for whoever got this one. The secret of the letter is all that is asked for. */
export async function stopLetters(token: string): Promise<boolean> {
  const reader = await readerBehind(token);
  if (!reader) return false;
  await inTransaction(async (tx) => {
    const learnerId = await holdLearner(tx, reader);
    const before = await readPreferences(tx, learnerId);
    const preferences = toJson({ ...before, letters: { ...before.letters, ...NONE } });
    await tx
      .insertInto('preferences')
      .values({ learnerId, preferences })
      .onConflict((conflict) => conflict.column('learnerId').doUpdateSet({ preferences }))
      .execute();
  });
  return true;
}
