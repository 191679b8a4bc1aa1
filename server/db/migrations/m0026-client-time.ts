import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** When a hand-in was pressed by the clock of its browser, shown beside the time of receipt (docs/decisions/041). */
export const clientTime: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('submissions').addColumn('pressedAt', 'bigint').execute();
  },
};
