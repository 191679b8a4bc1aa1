import 'server-only';
import { mailSettings } from '../accounts/current-settings';
import { database, inTransaction } from '../db/database';
import { enqueue } from '../jobs/enqueue';
import { letOthers } from '../let-others';
import { newId } from '../new-id';
import { dayOf } from '../recall/days';
import { type Reader, selectReaders } from './readers';

const AT_ONCE = 100;
const KEEP_MS = 400 * 86_400_000;
/** Nobody is written to at night: letters go out from eight in the morning to eight in the evening of the reader. */
const [FIRST_HOUR, LAST_HOUR] = [8, 20];

const hours = new Map<string, Intl.DateTimeFormat>();

function hourOf(at: number, timeZone: string): number {
  const writer =
    hours.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  hours.set(timeZone, writer);
  return Number(writer.format(at));
}

const isDaytime = (now: number, timeZone: string): boolean => {
  const hour = hourOf(now, timeZone);
  return hour >= FIRST_HOUR && hour < LAST_HOUR;
};

/** Makes the letter of a reader’s day of what waits for it, with the job that sends it; nothing where the day has one. */
async function makeLetter({ learnerId, timeZone }: Reader, now: number): Promise<void> {
  await inTransaction(async (tx) => {
    const made = await tx
      .insertInto('letters')
      .values({
        id: newId(),
        learnerId,
        day: dayOf(now, timeZone),
        tokenHash: null,
        state: 'waiting',
        createdAt: now,
        sentAt: null,
      })
      .onConflict((conflict) => conflict.columns(['learnerId', 'day']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) return;
    await tx
      .updateTable('letter_parts')
      .set({ letterId: made.id })
      .where('learnerId', '=', learnerId)
      .where('letterId', 'is', null)
      .execute();
    await enqueue(tx, {
      key: `letter:${made.id}`,
      body: { kind: 'mail-letter', letterId: made.id },
      runAfter: now,
    });
  });
}

/** Removes what nobody wants to read any more, and letters so old that nobody looks for their link. */
async function purge(now: number): Promise<void> {
  await database().deleteFrom('letter_parts').where('goodUntil', '<', now).where('letterId', 'is', null).execute();
  const old = database()
    .selectFrom('letters')
    .select('id')
    .where('createdAt', '<', now - KEEP_MS);
  await database().deleteFrom('letter_parts').where('letterId', 'in', old).execute();
  await database()
    .deleteFrom('letters')
    .where('createdAt', '<', now - KEEP_MS)
    .execute();
}

/** Gives everybody for whom something waits, and whose day it is, the one letter of that day. */
export async function gatherLetters(now = Date.now()): Promise<void> {
  await purge(now);
  if (!mailSettings()) return;
  for (let after = ''; ; ) {
    const rows = await database()
      .selectFrom('letter_parts')
      .select('learnerId')
      .distinct()
      .where('letterId', 'is', null)
      .where('learnerId', '>', after)
      .orderBy('learnerId')
      .limit(AT_ONCE)
      .execute();
    const ids = rows.map(({ learnerId }) => learnerId);
    for (const reader of await selectReaders(database(), ids))
      if (isDaytime(now, reader.timeZone)) await makeLetter(reader, now);
    after = ids.at(-1) ?? '';
    if (ids.length < AT_ONCE) return;
    await letOthers();
  }
}
