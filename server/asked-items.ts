import 'server-only';
import type { QuizAttempt } from '@/schemas/attempt';
import type { LoadedLesson } from '@/schemas/course';
import { type Item, ItemSchema } from '@/schemas/item';
import { toJson } from './db/json';
import type { Db, Tx } from './db/open-database';
import { itemHash } from './item-hash';

/** The items of an attempt, worded as they were when it was opened. */
export interface AskedItems {
  readonly items: readonly Item[];
  /** The quiz has other questions now than the attempt began with. */
  readonly isChanged: boolean;
}

/** Which wording of each item an attempt is about to begin with. */
export const hashesOf = (items: readonly Item[]): Readonly<Record<string, string>> =>
  Object.fromEntries(items.map((item) => [item.id, itemHash(item)]));

/** Keeps the items as they are now, so that an attempt can go on with them after the course has changed. */
export async function keepItems(tx: Tx, items: readonly Item[], now: number): Promise<void> {
  await tx
    .insertInto('item_snapshots')
    .values(items.map((item) => ({ hash: itemHash(item), item: toJson(item), storedAt: now })))
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

async function readKept(db: Db | Tx, hashes: readonly string[]): Promise<ReadonlyMap<string, Item>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.selectFrom('item_snapshots').select(['hash', 'item']).where('hash', 'in', hashes).execute();
  return new Map(
    rows.flatMap(({ hash, item }) => {
      // An item kept by a version with other shapes of items is left out, as one taken out of the course is.
      const read = ItemSchema.safeParse(JSON.parse(item));
      return read.success ? [[hash, read.data] as const] : [];
    }),
  );
}

/**
 * The items of an attempt. One whose wording is today's is taken from the course, with its rationale of today; one that
 * was changed or taken out since is taken from what was kept. Attempts from before wordings were kept have today's
 * items, without those that are gone.
 */
export async function readAskedItems(
  db: Db | Tx,
  { quiz }: LoadedLesson,
  attempt: QuizAttempt & { readonly items: string; readonly itemHashes: Readonly<Record<string, string>> | null },
): Promise<AskedItems> {
  const { itemHashes } = attempt;
  const today = new Map<string, Item>(quiz.items.map((item) => [item.id, item]));
  if (!itemHashes) return { items: attempt.itemIds.flatMap((id) => today.get(id) ?? []), isChanged: false };
  const isToday = (id: string) => {
    const item = today.get(id);
    return item !== undefined && itemHash(item) === itemHashes[id];
  };
  const others = attempt.itemIds.filter((id) => !isToday(id));
  const kept = await readKept(
    db,
    others.flatMap((id) => itemHashes[id] ?? []),
  );
  const items = attempt.itemIds.flatMap((id) => (isToday(id) ? today.get(id) : kept.get(itemHashes[id] ?? '')) ?? []);
  const hasMore = attempt.items === 'all' && quiz.items.some(({ id }) => !(id in itemHashes));
  return { items, isChanged: others.length > 0 || hasMore };
}
