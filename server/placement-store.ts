import 'server-only';
import { type LearnerId, type PlacementId, PlacementIdSchema } from '@/schemas/ids';
import { type Placement, PlacementSchema } from '@/schemas/placement';
import { toJson } from './db/json';
import type { Db, Tx } from './db/open-database';
import { newId } from './new-id';

const placements = (db: Db | Tx, learnerId: LearnerId) =>
  db.selectFrom('placements').selectAll().where('learnerId', '=', learnerId);
type Row = Awaited<ReturnType<ReturnType<typeof placements>['executeTakeFirstOrThrow']>>;

const toPlacement = (row: Row): Placement =>
  PlacementSchema.parse({ ...row, itemIds: JSON.parse(row.itemIds), answers: JSON.parse(row.answers) });

/** One placement of this learner; null for an unknown id and for anybody else's. */
export async function readPlacement(db: Db | Tx, learnerId: LearnerId, id: PlacementId): Promise<Placement | null> {
  const row = await placements(db, learnerId).where('id', '=', id).executeTakeFirst();
  return row ? toPlacement(row) : null;
}

/** The placements of this learner, the latest first. */
export async function readPlacements(db: Db | Tx, learnerId: LearnerId): Promise<Placement[]> {
  const rows = await placements(db, learnerId).orderBy('openedAt', 'desc').orderBy('id', 'desc').execute();
  return rows.map(toPlacement);
}

export async function insertPlacement(
  tx: Tx,
  started: Pick<Placement, 'learnerId' | 'seed' | 'itemIds'>,
): Promise<Placement> {
  const id = PlacementIdSchema.parse(newId());
  const placement: Placement = { ...started, id, answers: [], openedAt: Date.now(), finishedAt: null };
  const { itemIds, answers } = placement;
  await tx
    .insertInto('placements')
    .values({ ...placement, itemIds: toJson(itemIds), answers: toJson(answers) })
    .execute();
  return placement;
}

export async function updatePlacement(
  tx: Tx,
  { id, answers, finishedAt }: Pick<Placement, 'id' | 'answers' | 'finishedAt'>,
): Promise<void> {
  await tx
    .updateTable('placements')
    .set({ answers: toJson(answers), finishedAt })
    .where('id', '=', id)
    .execute();
}
