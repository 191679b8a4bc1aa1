import 'server-only';
import { database } from '../db/database';
import type { Tx } from '../db/open-database';

/** The day of an instant, in UTC wherever the server stands. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Counts one question against today's cap, for all processes together; false where the cap is used up. */
export async function takeQuestion(now: number, perDay: number): Promise<boolean> {
  const day = dayOf(now);
  await database()
    .insertInto('opinion_days')
    .values({ day, asked: 0, inputTokens: 0, outputTokens: 0, cost: 0 })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .execute();
  const taken = await database()
    .updateTable('opinion_days')
    .set((eb) => ({ asked: eb('asked', '+', 1) }))
    .where('day', '=', day)
    .where('asked', '<', perDay)
    .returning('asked')
    .executeTakeFirst();
  return taken !== undefined;
}

export interface Used {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly cost: number | null;
}

/** Adds what one answer used to its day. */
export async function addUse(tx: Tx, startedAt: number, used: Used): Promise<void> {
  await tx
    .updateTable('opinion_days')
    .set((eb) => ({
      inputTokens: eb('inputTokens', '+', used.inputTokens ?? 0),
      outputTokens: eb('outputTokens', '+', used.outputTokens ?? 0),
      cost: eb('cost', '+', used.cost ?? 0),
    }))
    .where('day', '=', dayOf(startedAt))
    .execute();
}
