import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** The path that a person follows, and what they answered in the placement. */
export const pathsAndPlacement: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('path_choices')
      .addColumn('learnerId', 'text', (column) => column.primaryKey().references('learners.id'))
      .addColumn('pathId', 'text', (column) => column.notNull())
      .addColumn('chosenAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('placements')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('seed', 'integer', (column) => column.notNull())
      .addColumn('itemIds', 'text', (column) => column.notNull())
      .addColumn('answers', 'text', (column) => column.notNull())
      .addColumn('openedAt', 'bigint', (column) => column.notNull())
      .addColumn('finishedAt', 'bigint')
      .execute();
    await db.schema.createIndex('placements_learner').on('placements').columns(['learnerId', 'openedAt']).execute();
  },
};
