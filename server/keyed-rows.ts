import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Outcome } from '@/schemas/outcome';
import type { Db, Tx } from './db/open-database';

/** Tables of what browsers send under an idempotency key, unique for a learner. */
type KeyedTable = 'twist_rounds' | 'rebuttals' | 'problem_reports';
/** Those of them whose rows are numbered within a hand-in. */
type NumberedTable = Exclude<KeyedTable, 'problem_reports'>;

/** The reply to an earlier request under the same key, or the refusal when the content differs; null for a new key. */
export async function earlierNumber(
  db: Db | Tx,
  table: NumberedTable,
  learnerId: LearnerId,
  key: string,
  hash: string,
): Promise<Outcome<{ number: number }, 'key-reused'> | null> {
  const row = await db
    .selectFrom(table)
    .select(['number', 'contentHash'])
    .where('learnerId', '=', learnerId)
    .where('idempotencyKey', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  return row.contentHash === hash ? { ok: true, value: { number: row.number } } : { ok: false, reason: 'key-reused' };
}

/** Gives rows to another learner. A key that both have used is told apart by the row's id; the new owner's stays what it was. */
export async function moveKeyedRows(tx: Tx, table: KeyedTable, from: LearnerId, to: LearnerId): Promise<void> {
  const own = await tx.selectFrom(table).select('idempotencyKey').where('learnerId', '=', to).execute();
  const taken = new Set(own.map(({ idempotencyKey }) => idempotencyKey));
  const moving = await tx.selectFrom(table).select(['id', 'idempotencyKey']).where('learnerId', '=', from).execute();
  for (const { id, idempotencyKey: key } of moving)
    await tx
      .updateTable(table)
      .set({ learnerId: to, idempotencyKey: taken.has(key) ? `${key}#${id}` : key })
      .where('id', '=', id)
      .execute();
}
