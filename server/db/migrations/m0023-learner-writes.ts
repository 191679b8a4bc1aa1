import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** How often something of a learner was written: who has the same number as before need not be read again (docs/decisions/038). */
export const learnerWrites: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('learners')
      .addColumn('writes', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
