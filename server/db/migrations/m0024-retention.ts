import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Says of a hand-in that its text was removed after the time it is kept (docs/decisions/039). */
export const retention: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('submissions').addColumn('textRemovedAt', 'bigint').execute();
  },
};
