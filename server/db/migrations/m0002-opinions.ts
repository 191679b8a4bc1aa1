import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** Second opinions beside grades, the choices that allow them, and what they use. */
export const opinions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('opinions')
      .addColumn('submissionId', 'text', (column) => column.primaryKey().references('submissions.id'))
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('gap', 'text')
      .addColumn('httpStatus', 'integer')
      .addColumn('opinion', 'text')
      .addColumn('needsReview', 'integer', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('askedAt', 'bigint', (column) => column.notNull())
      .addColumn('startedAt', 'bigint')
      .addColumn('leaseUntil', 'bigint')
      .addColumn('endedAt', 'bigint')
      .addColumn('inputTokens', 'integer')
      .addColumn('outputTokens', 'integer')
      .addColumn('cost', 'double precision')
      .execute();
    await db.schema.createIndex('opinions_status').on('opinions').columns(['status', 'askedAt']).execute();
    await db.schema
      .createTable('opinion_choices')
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('recipientId', 'text', (column) => column.notNull())
      .addColumn('isWanted', 'integer', (column) => column.notNull())
      .addColumn('chosenAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('opinion_choices_key', ['learnerId', 'recipientId'])
      .execute();
    await db.schema
      .createTable('opinion_days')
      .addColumn('day', 'text', (column) => column.primaryKey())
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addColumn('inputTokens', 'bigint', (column) => column.notNull())
      .addColumn('outputTokens', 'bigint', (column) => column.notNull())
      .addColumn('cost', 'double precision', (column) => column.notNull())
      .execute();
  },
};
