import 'server-only';
import { type Notice, NoticeSchema, type NoticeView, NoticeViewSchema } from '@/schemas/notice';
import type { Actor } from './actor';
import { database, inTransaction } from './db/database';
import { fromJson, toJson } from './db/json';
import type { Tx } from './db/open-database';
import { noteParts } from './letters/note-parts';
import { newId } from './new-id';

const MOST = 100;
/** What a person decided about somebody’s work. */
const FEEDBACK: readonly Notice['kind'][] = ['review', 'appeal', 'regrade'];
/** Feedback that could not be told by letter for so long is no news. */
const NEWS_MS = 7 * 86_400_000;

/** Tells a learner something, once for each key; said again, it is new again. In the transaction of what it tells about. */
export async function notify(tx: Tx, learnerId: string, key: string, notice: Notice): Promise<void> {
  const said = { notice: toJson(NoticeSchema.parse(notice)), createdAt: Date.now(), seenAt: null };
  await tx
    .insertInto('notices')
    .values({ id: newId(), learnerId, key, ...said })
    .onConflict((conflict) => conflict.columns(['learnerId', 'key']).doUpdateSet(said))
    .execute();
  if (FEEDBACK.includes(notice.kind))
    await noteParts(tx, [learnerId], {
      kind: 'feedback',
      key,
      about: { type: 'news', title: notice.title, href: notice.href },
      goodUntil: said.createdAt + NEWS_MS,
      isRenewed: true,
    });
}

/** Tells a learner something that must never be said twice: with a key that was said before it does nothing. */
export async function notifyOnce(tx: Tx, learnerId: string, key: string, notice: Notice): Promise<void> {
  await tx
    .insertInto('notices')
    .values({
      id: newId(),
      learnerId,
      key,
      notice: toJson(NoticeSchema.parse(notice)),
      createdAt: Date.now(),
      seenAt: null,
    })
    .onConflict((conflict) => conflict.columns(['learnerId', 'key']).doNothing())
    .execute();
}

/** One's own news, newest first, at most a hundred. */
export async function selectNotices(actor: Actor): Promise<NoticeView[]> {
  const rows = await database()
    .selectFrom('notices')
    .selectAll()
    .where('learnerId', '=', actor.learnerId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
  return rows.map(({ id, notice, createdAt, seenAt }) =>
    NoticeViewSchema.parse({ ...fromJson(notice, NoticeSchema), id, createdAt, isSeen: seenAt !== null }),
  );
}

/** How many of one's own are new; 0 for nobody. */
export async function countUnseenNotices(actor: Actor | null): Promise<number> {
  if (!actor) return 0;
  const row = await database()
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('learnerId', '=', actor.learnerId)
    .where('seenAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Marks everything up to `until` as seen: what came in while the page was open stays new. */
export async function markNoticesSeen(actor: Actor, until: number): Promise<void> {
  await inTransaction(async (tx) => {
    await tx
      .updateTable('notices')
      .set({ seenAt: Date.now() })
      .where('learnerId', '=', actor.learnerId)
      .where('createdAt', '<=', until)
      .where('seenAt', 'is', null)
      .execute();
  });
}
