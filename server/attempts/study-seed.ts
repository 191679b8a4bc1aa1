import 'server-only';
import { seedOf } from '@/course/choose-variant';
import type { LearnerId } from '@/schemas/ids';
import { database } from '../db/database';
import type { Db, Tx } from '../db/open-database';
import { parseSeed, STUDY_SEED_COOKIE } from './study-seed-cookie';

function seedInCookies(headers: Headers): number | null {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/);
  const pair = pairs.find((candidate) => candidate.startsWith(`${STUDY_SEED_COOKIE}=`));
  return parseSeed(pair?.slice(STUDY_SEED_COOKIE.length + 1));
}

/** Gives somebody new the seed by which they read as a visitor. A seed that they have stays. */
export async function adoptStudySeed(learnerId: LearnerId, headers: Headers): Promise<void> {
  const studySeed = seedInCookies(headers);
  if (studySeed === null) return;
  await database()
    .updateTable('learners')
    .set({ studySeed })
    .where('id', '=', learnerId)
    .where('studySeed', 'is', null)
    .execute();
}

/** The seed of a learner; one out of their id for those who never had one. */
export async function readStudySeed(db: Db | Tx, learnerId: LearnerId): Promise<number> {
  const row = await db.selectFrom('learners').select('studySeed').where('id', '=', learnerId).executeTakeFirst();
  return row?.studySeed ?? seedOf(learnerId);
}
