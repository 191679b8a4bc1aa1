import 'server-only';
import type { Kysely, Migration } from 'kysely';

/** What learners expected of their grades, and which further hints they opened while writing. */
export const predictions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('predictions')
      .addColumn('submissionId', 'text', (column) => column.primaryKey().references('submissions.id'))
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('criteria', 'text')
      .addColumn('askedAt', 'bigint', (column) => column.notNull())
      .addColumn('answeredAt', 'bigint')
      .execute();
    await db.schema
      .createTable('hint_uses')
      .addColumn('learnerId', 'text', (column) => column.notNull().references('learners.id'))
      .addColumn('scenarioId', 'text', (column) => column.notNull())
      .addColumn('criterionId', 'text', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addColumn('usedAt', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('hint_uses_key', ['learnerId', 'scenarioId', 'criterionId', 'step'])
      .execute();
  },
};
