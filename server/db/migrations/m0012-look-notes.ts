import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** A sentence beside an answer to "would you still decide this?". Answers from before have none. */
export const lookNotes: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .alterTable('decision_looks')
      .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
  },
};
