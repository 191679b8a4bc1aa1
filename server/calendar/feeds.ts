import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { LearnerIdSchema } from '@/schemas/ids';
import type { Actor } from '../actor';
import { readOwnAssignments } from '../assignments/own';
import { database, inTransaction } from '../db/database';
import { lockLearner } from '../learners';
import { writeCalendar } from './ics';

/** Only this hash is stored: whoever reads the database or a backup of it can read nobody's calendar. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Makes the secret address of one's calendar, shown once. An older one stops working. */
export async function makeFeed(actor: Actor): Promise<{ readonly token: string }> {
  const token = randomBytes(32).toString('base64url');
  await inTransaction(async (tx) => {
    const now = Date.now();
    const learnerId = await lockLearner(tx, actor.learnerId, now);
    const feed = { tokenHash: hashOf(token), createdAt: now };
    await tx
      .insertInto('calendar_feeds')
      .values({ learnerId, ...feed })
      .onConflict((conflict) => conflict.column('learnerId').doUpdateSet(feed))
      .execute();
  });
  return { token };
}

/** The address stops working at once. Without one nothing changes. */
export async function revokeFeed(actor: Actor): Promise<void> {
  await inTransaction(async (tx) => {
    const learnerId = await lockLearner(tx, actor.learnerId, Date.now());
    await tx.deleteFrom('calendar_feeds').where('learnerId', '=', learnerId).execute();
  });
}

/** When the address in use was made; null where there is none. */
export async function selectFeed(actor: Actor): Promise<{ readonly createdAt: number } | null> {
  const row = await database()
    .selectFrom('calendar_feeds')
    .select('createdAt')
    .where('learnerId', '=', actor.learnerId)
    .executeTakeFirst();
  return row ?? null;
}

/** The calendar behind a secret address, as text; null for an address that nobody has. The address alone opens it: calendars cannot sign in. */
export async function readCalendar(token: string, origin: string, now = Date.now()): Promise<string | null> {
  const feed = await database()
    .selectFrom('calendar_feeds')
    .select('learnerId')
    .where('tokenHash', '=', hashOf(token))
    .executeTakeFirst();
  if (!feed) return null;
  const assignments = await readOwnAssignments(LearnerIdSchema.parse(feed.learnerId), now);
  return writeCalendar(
    assignments.map(({ id, title, cohortName, note, dueAt, asks }) => ({
      uid: `${id}@defensible`,
      summary: `Due: ${title}`,
      description: [cohortName, ...asks, note].filter((line) => line !== '').join('\n'),
      at: dueAt,
      url: `${origin}/assignments`,
    })),
    now,
  );
}
