import 'server-only';
import type { Kysely, Migration } from 'kysely';

type AnyDb = Kysely<unknown>;

/** Looking at the course as a learner, and what a quiz or an exercise was when somebody began it (docs/decisions/037). */
export const previews: Migration = {
  async up(db: AnyDb): Promise<void> {
    await db.schema
      .createTable('previews')
      .addColumn('learnerId', 'text', (column) => column.primaryKey().references('learners.id'))
      .addColumn('ownerId', 'text', (column) => column.notNull().unique().references('learners.id'))
      .addColumn('startedAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('item_snapshots')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('item', 'text', (column) => column.notNull())
      .addColumn('storedAt', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('quiz_attempts').addColumn('itemHashes', 'text').execute();
    await db.schema.alterTable('attempts').addColumn('contentHash', 'text').execute();
  },
};
