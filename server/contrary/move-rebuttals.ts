import 'server-only';
import type { LearnerId } from '@/schemas/ids';
import type { Tx } from '../db/open-database';
import { moveKeyedRows } from '../keyed-rows';

/** Openings and replies follow the hand-ins they belong to, so their numbers stay. */
export async function moveRebuttals(tx: Tx, from: LearnerId, to: LearnerId): Promise<void> {
  await tx.updateTable('contrary_openings').set({ learnerId: to }).where('learnerId', '=', from).execute();
  await moveKeyedRows(tx, 'rebuttals', from, to);
}
