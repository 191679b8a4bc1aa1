import 'server-only';
import { type LearnerId, type RecallCardId, RecallCardIdSchema } from '@/schemas/ids';
import { type RecallKind, RecallKindSchema, type RecallMemory, RecallMemorySchema } from '@/schemas/recall';
import { fromJson } from '../db/json';
import type { Db, Tx } from '../db/open-database';

/** A card as stored. */
export interface RecallCard {
  readonly id: RecallCardId;
  readonly kind: RecallKind;
  readonly sourceKey: string;
  readonly contentHash: string;
  /** Null: not answered yet, or started over; always for a decision. */
  readonly memory: RecallMemory | null;
  readonly dueAt: number;
  readonly version: number;
  readonly createdAt: number;
  readonly changedAt: number | null;
  readonly retiredAt: number | null;
}

/** Not answered yet, or started over. A decision is never new: it has a date of its own and no memory. */
export const isNewCard = ({ memory, kind }: Pick<RecallCard, 'memory' | 'kind'>) =>
  memory === null && kind !== 'decision';

const cards = (db: Db | Tx, learnerId: LearnerId) =>
  db.selectFrom('recall_cards').selectAll().where('learnerId', '=', learnerId);
type Row = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>;

function toCard({ id, kind, memory, ...row }: Row): RecallCard {
  const { sourceKey, contentHash, dueAt, version, createdAt, changedAt, retiredAt } = row;
  return {
    id: RecallCardIdSchema.parse(id),
    kind: RecallKindSchema.parse(kind),
    memory: memory === null ? null : fromJson(memory, RecallMemorySchema),
    ...{ sourceKey, contentHash, dueAt, version, createdAt, changedAt, retiredAt },
  };
}

/** Every card of a learner, the retired ones included. */
export async function readCards(db: Db | Tx, learnerId: LearnerId): Promise<RecallCard[]> {
  return (await cards(db, learnerId).execute()).map(toCard);
}

/** One card of this learner; null for an unknown id and for anybody else's. */
export async function readCard(db: Db | Tx, learnerId: LearnerId, id: RecallCardId): Promise<RecallCard | null> {
  const row = await cards(db, learnerId).where('id', '=', id).executeTakeFirst();
  return row ? toCard(row) : null;
}

export interface RecallState {
  readonly mark: string;
  readonly timeZone: string | null;
  readonly pausedAt: number | null;
}

/** What holds for all cards of a learner; the defaults where nothing is stored. */
export async function readState(db: Db | Tx, learnerId: LearnerId): Promise<RecallState> {
  const row = await db.selectFrom('recall_states').selectAll().where('learnerId', '=', learnerId).executeTakeFirst();
  return row ?? { mark: '', timeZone: null, pausedAt: null };
}

/** Stores some of it and leaves the rest. */
export async function writeState(tx: Tx, learnerId: LearnerId, part: Partial<RecallState>): Promise<void> {
  await tx
    .insertInto('recall_states')
    .values({ learnerId, mark: '', timeZone: null, pausedAt: null, ...part })
    .onConflict((conflict) => conflict.column('learnerId').doUpdateSet(part))
    .execute();
}
